using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Aggregates;

/// <summary>Adds numbers without rounding: whole numbers in 128 bits, others in an <see cref="ExactSum"/>. What is no number is passed over.</summary>
internal sealed class NumberTotal
{
    private ExactSum? _reals;
    private Int128 _whole;
    private long _realCount;

    /// <summary>How many numbers were added.</summary>
    public long Count { get; private set; }

    /// <summary>Whether all of them were whole.</summary>
    public bool AllWhole => _realCount == 0;

    /// <summary>Whether a number was too large for the sum.</summary>
    public bool IsSpoilt => _reals is { IsFinite: false };

    public void Add(Value value) => Change(value, 1);

    /// <summary>Takes back a number that was added.</summary>
    public void Remove(Value value) => Change(value, -1);

    /// <summary>The total: whole where all numbers were and it fits, absent where there were none.</summary>
    public Value Total()
    {
        if (Count == 0)
            return Value.Null;
        return AllWhole && _whole >= long.MinValue && _whole <= long.MaxValue ? Value.Of((long)_whole) : Value.Of(Exact().Round());
    }

    /// <summary>The total as a number.</summary>
    public double Real() => Exact().Round();

    private void Change(Value value, int sign)
    {
        if (value.Kind != ValueKind.Number && value.TryGetInteger(out var whole))
        {
            _whole += sign * (Int128)whole;
        }
        else if (value.TryGetNumber(out var real))
        {
            _realCount += sign;
            (_reals ??= new()).Add(sign * real);
        }
        else
        {
            return;
        }

        Count += sign;
    }

    private ExactSum Exact()
    {
        var sum = _reals?.Copy() ?? new();
        var high = (double)_whole;
        sum.Add(high);
        sum.Add((double)(_whole - (Int128)high));
        return sum;
    }
}
