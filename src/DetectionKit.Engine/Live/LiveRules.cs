using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Engine.Lookups;

namespace DetectionKit.Engine.Live;

/// <summary>What a live run runs.</summary>
/// <param name="Detectors">The detectors.</param>
/// <param name="Lookups">Their lookups.</param>
/// <param name="Marks">By detection id: what must be equal in two images for the rule to be the same one in both. A rule without a mark is always another.</param>
public sealed record LiveRules(ImmutableArray<IDetector> Detectors, LookupStore Lookups, ImmutableDictionary<string, string> Marks)
{
    /// <summary>No rules.</summary>
    public static LiveRules None { get; } = new([], LookupStore.Empty, ImmutableDictionary<string, string>.Empty);
}
