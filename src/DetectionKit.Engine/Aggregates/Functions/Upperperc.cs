using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>An upper bound of the percentile; exact here, so the percentile itself. Manual: Aggregate functions, upperperc.</summary>
internal sealed class Upperperc : IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => Perc.Start(function, budget);
}
