using System.Collections.Immutable;

namespace DetectionKit.Bundles.Comparison;

/// <summary>What differs between two bundles.</summary>
/// <param name="Detections">The detections that differ, in order of their names.</param>
/// <param name="Lookups">The lookups that differ, in words, in order of their names.</param>
public sealed record BundleDifference(ImmutableArray<DetectionDifference> Detections, ImmutableArray<string> Lookups)
{
    /// <summary>Whether both find the same.</summary>
    public bool IsEmpty => Detections.IsEmpty && Lookups.IsEmpty;
}

/// <summary>How one detection differs.</summary>
/// <param name="Kind">Added, removed, or changed.</param>
/// <param name="Id">Its UUID.</param>
/// <param name="Name">Its name; where that changed, the new one.</param>
/// <param name="OldVersion">Its version in the old bundle; null: it was not there.</param>
/// <param name="NewVersion">Its version in the new bundle; null: it is not there.</param>
/// <param name="Changes">What changed in its plan, a line each; empty: its text alone did, and it finds what it found.</param>
public sealed record DetectionDifference(DifferenceKind Kind, string Id, string Name, int? OldVersion, int? NewVersion, ImmutableArray<string> Changes)
{
    /// <summary>Whether it finds something else and did not say so.</summary>
    public bool KeptVersion => Kind == DifferenceKind.Changed && !Changes.IsEmpty && NewVersion <= OldVersion;
}

/// <summary>What happened to a detection.</summary>
public enum DifferenceKind
{
    /// <summary>The new bundle alone has it.</summary>
    Added,

    /// <summary>The old bundle alone has it.</summary>
    Removed,

    /// <summary>Both have it, in two forms.</summary>
    Changed,
}
