using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Aggregates;

/// <summary>Count, sum and sum of squares of numbers, all exact, so that variances neither cancel nor depend on order.</summary>
internal sealed class Moments
{
    private readonly ExactSum _sum = new();
    private readonly ExactSum _squares = new();
    private long _count;

    public void Add(Value value)
    {
        if (!value.TryGetNumber(out var number))
            return;
        _count++;
        _sum.Add(number);
        _squares.AddProduct(number, number);
    }

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
}
