using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Abstractions.Detectors;

/// <summary>Makes and walks the subsearches of a detection.</summary>
public static class Pipelines
{
    /// <summary>The stage with pipelines inside it.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="subsearches">The pipelines, in the order in which they stand in the rule.</param>
    public static StageSpec With(StageSpec stage, ImmutableArray<IPipeline> subsearches) => stage with { Subsearches = subsearches };

    /// <summary>The source between two times.</summary>
    /// <param name="source">The source.</param>
    /// <param name="earliest">The start, inclusive, as written; or null.</param>
    /// <param name="latest">The end, exclusive, as written; or null.</param>
    public static SourceSpec Between(SourceSpec source, string? earliest, string? latest) => source with { Earliest = earliest, Latest = latest };

    /// <summary>The source with keys, as an emitted class writes it.</summary>
    /// <param name="source">The source.</param>
    /// <param name="keys">An event that has none of these cannot match.</param>
    public static SourceSpec Keyed(SourceSpec source, ImmutableArray<SourceKey> keys) => source with { Keys = keys };

    /// <summary>The source with what its condition reads, as an emitted class writes it.</summary>
    /// <param name="source">The source.</param>
    /// <param name="fields">The event's fields.</param>
    public static SourceSpec Testing(SourceSpec source, ImmutableArray<string> fields) => source with { Tests = fields };

    /// <summary>The pipeline itself and all that stand inside its stages, outer ones first, in the order of the stages.</summary>
    /// <param name="pipeline">A detection, or a subsearch.</param>
    public static IEnumerable<IPipeline> All(IPipeline pipeline) => pipeline.Stages.SelectMany(stage => stage.Subsearches).SelectMany(All).Prepend(pipeline);
}
