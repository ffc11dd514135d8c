using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The sum of the numbers, which timechart divides by how many minutes its bucket has. Manual: Time functions, per_minute.</summary>
internal sealed class PerMinute : IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => Sum.Start(function, budget);
}
