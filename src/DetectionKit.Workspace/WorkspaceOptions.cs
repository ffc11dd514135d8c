using DetectionKit.Abstractions.Models;

namespace DetectionKit.Workspace;

/// <summary>Where a workspace lies and how it works.</summary>
/// <param name="Root">The folder that relative paths are relative to, as a full path.</param>
public sealed record WorkspaceOptions(string Root)
{
    /// <summary>The folder that holds <c>macros/</c> and <c>lookups/</c>, and the detections where no path is given.</summary>
    public string ContentFolder { get; init; } = "detections";

    /// <summary>Whether verdicts and images are kept from run to run.</summary>
    public bool UseCache { get; init; } = true;

    /// <summary>Whether what is to be kept waits in memory until <see cref="DetectionWorkspace.Settle"/>: a process that stays answers without writing.</summary>
    public bool DefersWrites { get; init; }

    /// <summary>Where they are kept; null: <c>.dk</c> in the repository's root, or the user's cache folder outside of a repository.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>What the readers of captures and logs fill, asked for when something is compiled: a rule that reads what none of them fills gets a warning. Null: not known.</summary>
    public Lazy<FilledFields>? Filled { get; init; }

    /// <summary>What files held at an earlier time, by their full paths: a rule that says something else now must have a higher version. Null: not asked.</summary>
    public IReadOnlyDictionary<string, string>? Earlier { get; init; }
}
