using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Aggregates.Sliding;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The largest value: numbers as numbers, and before all that is no number; the rest as text. Manual: Aggregate functions, max.</summary>
internal sealed class Max() : ExtremeValue(largest: true), IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Max();

    public static Accumulator? StartSliding() => new SlidingExtreme(largest: true);
}
