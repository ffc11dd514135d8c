using System.Collections.Immutable;

namespace DetectionKit.Bundles;

/// <summary>What a detection's rows mean for whom, as the rule's <c>rba</c> has it.</summary>
public sealed record BundleRisk
{
    /// <summary>The alert's text, with <c>$field$</c>; null: none.</summary>
    public string? Message { get; init; }

    /// <summary>Who is at risk, and how much.</summary>
    public ImmutableArray<BundleRiskObject> Objects { get; init; } = [];

    /// <summary>What the threat is known by.</summary>
    public ImmutableArray<BundleThreatObject> Threats { get; init; } = [];
}

/// <summary>A field whose value is at risk.</summary>
/// <param name="Field">The row's field.</param>
/// <param name="Type">Its kind: <c>system</c>, <c>user</c>, <c>other</c>.</param>
/// <param name="Score">1 to 100; 0: not said.</param>
public sealed record BundleRiskObject(string Field, string Type, int Score);

/// <summary>A field whose value names the threat.</summary>
/// <param name="Field">The row's field.</param>
/// <param name="Type">Its kind.</param>
public sealed record BundleThreatObject(string Field, string Type);

/// <summary>Rows with equal values of some fields count once within a period.</summary>
/// <param name="Fields">The fields.</param>
/// <param name="Seconds">The period.</param>
public sealed record BundleThrottling(ImmutableArray<string> Fields, long Seconds);
