using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Buckets;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates.Functions;

/// <summary>An aggregate of each bucket of time, behind a first value that says what it is. The groups of one stage share their buckets. Manual: Search Manual, "Add sparklines to search results".</summary>
internal sealed class Sparkline(AggregateFunction function, Budget budget) : Accumulator, IAggregate
{
    private const string Mark = "##__SPARKLINE__##";

    // limits.conf, sparkline_maxsize.
    private const int MostBuckets = 100;
    private readonly List<(double At, Value Value)> _values = [];
    private (double First, double Last) _range = (double.PositiveInfinity, double.NegativeInfinity);

    public static bool OrderMatters => true;

    public static Accumulator Start(AggregateFunction function, Budget budget) => new Sparkline(function, budget);

    /// <summary>Gives the sparklines of several groups the same buckets.</summary>
    public static void Align(IReadOnlyCollection<Sparkline> all)
    {
        var range = (First: all.Min(one => one._range.First), Last: all.Max(one => one._range.Last));
        foreach (var one in all)
            one._range = range;
    }

    public override void Add(Value value, Row row)
    {
        if (!row["_time"].TryGetNumber(out var at) || !budget.TakeValue())
            return;
        _values.Add((at, value));
        _range = (Math.Min(_range.First, at), Math.Max(_range.Last, at));
    }

    public override Value Result()
    {
        if (_range.First > _range.Last)
            return Value.Of(Mark);
        var span = function.Span is { } given && given.Width * MostBuckets > _range.Last - _range.First ? given : TimeBuckets.Fitting(_range.Last - _range.First, MostBuckets, function.Span);
        var buckets = new TimeBuckets(span, TimeZoneInfo.Utc);
        var filled = _values.GroupBy(one => buckets.Start(one.At) ?? one.At).ToDictionary(bucket => bucket.Key, bucket => bucket.AsEnumerable());
        var results = new List<Value> { Value.Of(Mark) };
        for (var at = buckets.Start(_range.First) ?? _range.First; at <= _range.Last && results.Count <= 2 * MostBuckets; at = buckets.Next(at))
            results.Add(Of(filled.GetValueOrDefault(at) ?? []));
        return Value.OfMany(results);
    }

    private Value Of(IEnumerable<(double At, Value Value)> values)
    {
        var shown = AccumulatorCatalogue.Start(new AggregateFunction(function.Of ?? "count", null, function.Column, function.Percentile), budget);
        foreach (var (at, value) in values)
        {
            var row = new Row(1);
            row["_time"] = Value.Of(at);
            shown.Add(value, row);
        }

        return shown.Result() is { IsNull: false } result ? result : Value.Of(0);
    }
}
