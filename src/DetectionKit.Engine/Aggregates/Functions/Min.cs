using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates.Sliding;
using DetectionKit.Engine.Ordering;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>The smallest value: numbers as numbers, and before all that is no number; the rest as text. Manual: Aggregate functions, min.</summary>
internal sealed class Min : Accumulator, IAggregate
{
    public static Accumulator Start(AggregateFunction function, Budget budget) => new Min();

    public static Accumulator? StartSliding() => new SlidingExtreme(largest: false);

    private Value _best;

    public override void Add(Value value, Row row)
    {
        if (_best.IsNull)
        {
            _best = value;
            return;
        }

        var order = ValueOrder.NumberOrText(value, _best);
        if (order == 0)
            order = ValueOrder.Text(value, _best);
        if (order < 0)
            _best = value;
        else if (order == 0)
            _best = Pick.SmallerKind(_best, value);
    }

    public override Value Result() => Pick.AsCompared(_best);
}
