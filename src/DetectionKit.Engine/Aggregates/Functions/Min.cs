using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Aggregates.Sliding;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The smallest value: numbers as numbers, and before all that is no number; the rest as text. Manual: Aggregate functions, min.</summary>
internal sealed class Min() : ExtremeValue(largest: false), IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Min();

    public static Accumulator? StartSliding() => new SlidingExtreme(largest: false);
}
