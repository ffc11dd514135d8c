using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;

namespace DetectionKit.Abstractions.Stages;

/// <summary>One thing done with rows: an immutable record each, in a file each. Engine has one executor per record.</summary>
public abstract record StageSpec
{
    /// <summary>The pipelines whose rows it needs beside those that come in, in the order in which they stand in the rule.</summary>
    public ImmutableArray<IPipeline> Subsearches { get; init; } = [];
}
