using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Aggregates;

/// <summary>Count, sum and sum of squares of numbers, all exact, so that variances neither cancel nor depend on order.</summary>
internal sealed class Moments
{
    private readonly ExactSum _sum = new();
    private readonly ExactSum _squares = new();
    private long _count;

    /// <summary>Whether a number was too large for the sums.</summary>
    public bool IsSpoilt => !_sum.IsFinite || !_squares.IsFinite;

    public void Add(Value value) => Change(value, 1);

    /// <summary>Takes back a number that was added.</summary>
    public void Remove(Value value) => Change(value, -1);

    /// <summary>The sum of squares, whole where it is and fits; absent where there were no numbers.</summary>
    public Value SumOfSquares()
    {
        var sum = Value.Of(_squares.Round());
        return _count == 0 ? Value.Null : sum.TryGetInteger(out var whole) && Math.Abs(whole) < 1L << 53 ? Value.Of(whole) : sum;
    }

    /// <summary>The variance; null where there were no numbers. One number varies by 0.</summary>
    public double? Variance(bool sample)
    {
        if (_count == 0)
            return null;
        if (_count == 1)
            return 0;
        var count = new ExactSum();
        count.Add(_count);
        var spread = new ExactSum();
        spread.AddProduct(count, _squares, 1);
        spread.AddProduct(_sum, _sum, -1);
        return Math.Max(0, spread.Round()) / _count / (sample ? _count - 1 : _count);
    }

    private void Change(Value value, int sign)
    {
        if (!value.TryGetNumber(out var number))
            return;
        _count += sign;
        _sum.Add(sign * number);
        _squares.AddProduct(sign * number, number);
    }
}
