using System.Collections.Immutable;
using DetectionKit.Testing.Judging;

namespace DetectionKit.Testing.Sessions;

/// <summary>What is tested, and how.</summary>
/// <param name="Root">The repository's folder.</param>
public sealed record SessionOptions(string Root)
{
    /// <summary>Files and folders of rules, relative to the root; none: the content folder.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>The folder that holds <c>macros/</c> and <c>lookups/</c>, relative to the root.</summary>
    public string Content { get; init; } = "detections";

    /// <summary>Whether warnings are errors.</summary>
    public bool Strict { get; init; }

    /// <summary>What the user takes as right.</summary>
    public Acceptance Acceptance { get; init; }

    /// <summary>The folder in which the URLs of tests are looked up; null: nowhere.</summary>
    public string? AttackData { get; init; }

    /// <summary>Whether results are remembered from run to run.</summary>
    public bool UseCache { get; init; } = true;
}
