using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>An upper bound of the percentile; exact here, so the percentile itself. Manual: Aggregate functions, upperperc.</summary>
internal sealed class Upperperc(double percentile, Budget budget) : Samples(budget), IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Upperperc(function.Percentile ?? 50, budget);

    protected override double Of(List<double> sorted) => Interpolated(sorted, percentile);
}
