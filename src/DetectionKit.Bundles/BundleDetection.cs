using System.Collections.Immutable;

namespace DetectionKit.Bundles;

/// <summary>One detection, as the manifest lists it.</summary>
public sealed record BundleDetection
{
    /// <summary>Its UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its version.</summary>
    public required int Version { get; init; }

    /// <summary>ATT&amp;CK technique ids.</summary>
    public ImmutableArray<string> AttackIds { get; init; } = [];

    /// <summary>The data models or source types that it reads.</summary>
    public ImmutableArray<string> Models { get; init; } = [];

    /// <summary>The fields that it uses.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary>What its rows mean for whom; null: the rule does not say.</summary>
    public BundleRisk? Risk { get; init; }

    /// <summary>Which of its rows count once; null: each counts.</summary>
    public BundleThrottling? Throttling { get; init; }

    /// <summary>SHA-256 of its source file, in hexadecimal.</summary>
    public required string SourceHash { get; init; }
}
