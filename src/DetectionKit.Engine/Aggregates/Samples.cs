using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates;

/// <summary>Keeps all numbers, for the functions of rank.</summary>
internal abstract class Samples(Budget budget) : Accumulator
{
    private readonly List<double> _numbers = [];

    public sealed override void Add(Value value, Row row)
    {
        if (value.TryGetNumber(out var number) && budget.TakeValue())
            _numbers.Add(number);
    }

    public sealed override Value Result()
    {
        if (_numbers.Count == 0)
            return Value.Null;
        _numbers.Sort();
        var result = Value.Of(Of(_numbers));
        return result.TryGetInteger(out var whole) ? Value.Of(whole) : result;
    }

    /// <summary>The result over sorted numbers, of which there is at least one.</summary>
    protected abstract double Of(List<double> sorted);

    /// <summary>
    /// The value below which so many percent of the others lie; between two of them, in proportion: of 1 to 10, 50 percent is 5.5 and 95 percent is 9.55
    /// (Aggregate functions, perc, the examples; limits.conf, perc_method, calls it interpolated).
    /// </summary>
    protected static double Interpolated(List<double> sorted, double percentile)
    {
        var rank = (decimal)Math.Clamp(percentile, 0, 100) * (sorted.Count - 1) / 100;
        var below = (int)rank;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (double)(rank - below));
    }
}
