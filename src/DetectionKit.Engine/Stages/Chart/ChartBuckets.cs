using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Buckets;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Stages.Chart;

/// <summary>Puts the values of a chart's rows and columns into buckets.</summary>
internal sealed class ChartBuckets
{
    private readonly ChartSpec _spec;
    private readonly TimeBuckets? _times;
    private readonly ColumnBuckets? _rowBuckets;
    private readonly ColumnBuckets? _splitBuckets;
    private readonly Timestamp? _from;
    private readonly Timestamp? _to;
    private readonly Budget _budget;

    public ChartBuckets(ChartSpec spec, List<Row> rows, StageContext context)
    {
        _spec = spec;
        _budget = context.Budget;
        var span = spec.RowSpan ?? (spec.Bins > 0 ? ColumnBuckets.Fitting(spec.RowColumn, rows.SelectMany(row => row[spec.RowColumn].Items), spec.Bins, spec.MinSpan) : null);
        _times = span is null ? null : TimeBuckets.For(span, spec.RowColumn, context.Run, spec.Align);
        _rowBuckets = span is null ? null : new(span, _times);
        if (spec.Range is { Earliest: not null } range)
            (_from, _to) = (TimeBounds.Bound(range.Earliest, context.Run.Now, context.Run.Zone), range.Latest is null ? context.Run.Now : TimeBounds.Bound(range.Latest, context.Run.Now, context.Run.Zone));
        _splitBuckets = spec.Split is { Span: { } splitSpan } split ? new(splitSpan, TimeBuckets.For(splitSpan, split.Column, context.Run)) : null;
    }

    /// <summary>Where a row counts: the value that makes the chart's row, and the one that makes its column; null: there is no such column, or the row lacks it.</summary>
    public IEnumerable<(Value At, string? Series)> Places(Row row)
    {
        List<string?> series = [.. SplitValues(row)];
        var taken = 0;
        foreach (var at in Distinct(row[_spec.RowColumn].Items.Select(item => _rowBuckets?.Of(item) ?? item), item => item.ToText()))
        {
            foreach (var one in series)
            {
                if (taken++ == ValueCombinations.Most)
                {
                    _budget.CountUncombined(ValueCombinations.Most);
                    yield break;
                }

                yield return (at, one);
            }
        }
    }

    private IEnumerable<string?> SplitValues(Row row)
    {
        if (_spec.Split is not { } split || row[split.Column] is not { IsNull: false } value)
            return [null];
        return Distinct(value.Items.Select(item => (_splitBuckets?.Of(item) ?? item).ToText()), item => item);
    }

    private IEnumerable<T> Distinct<T>(IEnumerable<T> items, Func<T, string> text) => _spec.DistinctBy ? items.DistinctBy(text, StringComparer.Ordinal) : items;

    /// <summary>The values in order, with the buckets of time between them where they are wanted, as many as there may be rows.</summary>
    public IEnumerable<Value> Filled(IEnumerable<Value> ordered)
    {
        if (_times is not { } times)
            return ordered;
        var all = _spec.Fill ? Between([.. WithEnds(ordered, times)], times) : ordered;
        return _spec.Range is { Partial: false } ? all.Where(at => !at.TryGetNumber(out var start) || IsWhole(start, times)) : all;
    }

    /// <summary>A sum as what it is for each second, minute, hour or day of its bucket; other aggregates as they are.</summary>
    public Value Rate(AggregateFunction function, Value value, Value at)
    {
        if (UnitOf(function.Name) is not { } unit || _times is not { } times || !value.TryGetNumber(out var sum) || !at.TryGetNumber(out var start))
            return value;
        return Value.Of(sum / (times.Next(start) - start) * unit);
    }

    private static double? UnitOf(string function) => function switch
    {
        "per_second" => 1,
        "per_minute" => 60,
        "per_hour" => 3600,
        "per_day" => 86_400,
        _ => null,
    };

    private IEnumerable<Value> WithEnds(IEnumerable<Value> ordered, TimeBuckets times)
    {
        Value[] all = [.. ordered];
        if (_spec.Range is not { Fixed: true } || _from is not { } from || times.Start(from.Seconds) is not { } first)
            return all;
        var last = _to is { } to ? times.Start(new Timestamp(to.Nanoseconds - 1)).Seconds : (double?)null;
        double[] own = [.. all.Select(at => at.TryGetNumber(out var start) ? start : double.NaN)];
        return
        [
            .. own.Length == 0 || first < own[0] ? [TimeBuckets.ValueOf(first)] : Array.Empty<Value>(),
            .. all,
            .. last > first && (own.Length == 0 || last > own[^1]) ? [TimeBuckets.ValueOf(last.Value)] : Array.Empty<Value>(),
        ];
    }

    private bool IsWhole(double start, TimeBuckets times) => !(start < _from?.Seconds) && !(times.Next(start) > _to?.Seconds);

    private IEnumerable<Value> Between(Value[] ordered, TimeBuckets times)
    {
        for (var i = 0; i < ordered.Length; i++)
        {
            yield return ordered[i];
            if (i + 1 == ordered.Length || !ordered[i].TryGetNumber(out var at) || !ordered[i + 1].TryGetNumber(out var end))
                continue;
            for (at = times.Next(at); at < end && _budget.TakeRow(); at = times.Next(at))
                yield return TimeBuckets.ValueOf(at);
        }
    }
}
