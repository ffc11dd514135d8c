using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates.Sliding;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The mean of the numbers. Manual: Aggregate functions, avg.</summary>
internal sealed class Avg : Accumulator, IAggregate, IReversible
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Avg();

    private readonly NumberTotal _total = new();

    public bool IsSpoilt => _total.IsSpoilt;

    public override void Add(Value value, Row row) => _total.Add(value);

    public void Remove(Value value) => _total.Remove(value);

    public override Value Result() => _total.Count == 0 ? Value.Null : Value.Of(_total.Real() / _total.Count);
}
