using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates.Sliding;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>How many values there are; bare, how many rows. Manual: Aggregate functions, count.</summary>
internal sealed class Count : Accumulator, IAggregate, IReversible
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Count();

    private long _count;

    public override void Add(Value value, Row row) => _count++;

    public void Remove(Value value) => _count--;

    public override Value Result() => Value.Of(_count);
}
