using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The percentile. Manual: Aggregate functions, exactperc.</summary>
internal sealed class Exactperc(double percentile, Budget budget) : Samples(budget), IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Exactperc(function.Percentile ?? 50, budget);

    protected override double Of(List<double> sorted) => Interpolated(sorted, percentile);
}
