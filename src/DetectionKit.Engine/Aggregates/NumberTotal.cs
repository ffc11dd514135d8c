using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Aggregates;

/// <summary>Adds numbers without rounding: whole numbers in 128 bits, others in an <see cref="ExactSum"/>. What is no number is passed over.</summary>
internal sealed class NumberTotal
{
    private ExactSum? _reals;
    private Int128 _whole;

    /// <summary>How many numbers were added.</summary>
    public long Count { get; private set; }

    /// <summary>Whether all of them were whole.</summary>
    public bool AllWhole { get; private set; } = true;

    public void Add(Value value)
    {
        if (value.Kind != ValueKind.Number && value.TryGetInteger(out var whole))
        {
            _whole += whole;
        }
        else if (value.TryGetNumber(out var real))
        {
            AllWhole = false;
            (_reals ??= new()).Add(real);
        }
        else
        {
            return;
        }

        Count++;
    }

    /// <summary>The total: whole where all numbers were and it fits, absent where there were none.</summary>
    public Value Total()
    {
        if (Count == 0)
            return Value.Null;
        return AllWhole && _whole >= long.MinValue && _whole <= long.MaxValue ? Value.Of((long)_whole) : Value.Of(Exact().Round());
    }

    /// <summary>The total as a number.</summary>
    public double Real() => Exact().Round();

    private ExactSum Exact()
    {
        var sum = _reals?.Copy() ?? new();
        var high = (double)_whole;
        sum.Add(high);
        sum.Add((double)(_whole - (Int128)high));
        return sum;
    }
}
