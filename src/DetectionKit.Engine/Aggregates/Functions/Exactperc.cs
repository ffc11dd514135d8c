using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The percentile. Manual: Aggregate functions, exactperc.</summary>
internal sealed class Exactperc : IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => Perc.Start(function, budget);
}
