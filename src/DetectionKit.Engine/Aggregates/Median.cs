using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates;

/// <summary>The middle number, or the mean of the two in the middle. Manual: Aggregate functions, median.</summary>
internal sealed class Median(Budget budget) : Samples(budget), IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Median(budget);

    protected override double Of(List<double> sorted) => (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}
