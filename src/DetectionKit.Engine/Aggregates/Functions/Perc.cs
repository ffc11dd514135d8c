using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The percentile, exact for any number of values. Manual: Aggregate functions, perc.</summary>
internal sealed class Perc(double percentile, Budget budget) : Samples(budget), IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Perc(function.Percentile ?? 50, budget);

    protected override double Of(List<double> sorted) => Interpolated(sorted, percentile);
}
