using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The sum of the numbers, which timechart divides by how many seconds its bucket has. Manual: Time functions, per_second.</summary>
internal sealed class PerSecond : IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => Sum.Start(function, budget);
}
