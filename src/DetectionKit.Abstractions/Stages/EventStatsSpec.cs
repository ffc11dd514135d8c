using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>eventstats</c>: every row gets the aggregates of its group; rows that lack a by-column stay without.</summary>
/// <param name="By">The by-columns.</param>
/// <param name="Functions">The aggregates.</param>
public sealed record EventStatsSpec(ImmutableArray<string> By, ImmutableArray<AggregateFunction> Functions) : StageSpec;
