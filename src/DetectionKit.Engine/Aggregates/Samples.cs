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

    /// <summary>The value of nearest rank, counted from 0: the whole part of share times count (limits.conf, perc_method; Aggregate functions, perc: "nearest rank", median: the higher of two).</summary>
    protected static double NearestRank(List<double> sorted, double percentile)
    {
        var rank = (int)Math.Floor(percentile * sorted.Count / 100);
        return sorted[Math.Clamp(rank, 0, sorted.Count - 1)];
    }
}
