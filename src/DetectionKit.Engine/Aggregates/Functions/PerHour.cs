using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The sum of the numbers, which timechart divides by how many hours its bucket has. Manual: Time functions, per_hour.</summary>
internal sealed class PerHour : IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => Sum.Start(function, budget);
}
