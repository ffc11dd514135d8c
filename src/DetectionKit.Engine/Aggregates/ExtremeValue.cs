using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Ordering;

namespace DetectionKit.Engine.Aggregates;

/// <summary>The smallest or the largest value; of those that are written the same, the kind that <see cref="Pick.SmallerKind"/> picks.</summary>
/// <param name="largest">Whether the largest is wanted.</param>
internal abstract class ExtremeValue(bool largest) : Accumulator
{
    private Value _best;

    public override void Add(Value value, Row row)
    {
        if (_best.IsNull)
        {
            _best = value;
            return;
        }

        var order = Compare(value, _best, largest);
        if (order < 0)
            _best = value;
        else if (order == 0)
            _best = Pick.SmallerKind(_best, value);
    }

    public override Value Result() => Pick.AsCompared(_best);

    /// <summary>The better of two first: numbers as numbers, and before all that is no number; the rest as text. 0: they are written the same.</summary>
    public static int Compare(Value x, Value y, bool largest)
    {
        var order = ValueOrder.NumberOrText(x, y);
        if (order == 0)
            order = ValueOrder.Text(x, y);
        return largest ? -order : order;
    }
}
