using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Ordering;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The largest number less the smallest. Manual: Aggregate functions, range.</summary>
internal sealed class Range : Accumulator, IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Range();

    private Value _min;
    private Value _max;

    public override void Add(Value value, Row row)
    {
        if (!value.TryGetNumber(out _))
            return;
        if (_min.IsNull || ValueOrder.NumberOrText(value, _min) < 0)
            _min = value;
        if (_max.IsNull || ValueOrder.NumberOrText(value, _max) > 0)
            _max = value;
    }

    public override Value Result()
    {
        if (_min.TryGetInteger(out var low) && _max.TryGetInteger(out var high) && (Int128)high - low <= long.MaxValue)
            return Value.Of(high - low);
        return _min.TryGetNumber(out var min) && _max.TryGetNumber(out var max) ? Value.Of(max - min) : Value.Null;
    }
}
