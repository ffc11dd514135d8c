using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The middle number, of two in the middle the higher. Manual: Aggregate functions, median.</summary>
internal sealed class Median(Budget budget) : Samples(budget), IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Median(budget);

    protected override double Of(List<double> sorted) => sorted[sorted.Count / 2];
}
