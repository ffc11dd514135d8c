using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Buckets;

namespace DetectionKit.Engine.Stages.Chart;

/// <summary>Puts the values of a chart's rows and columns into buckets.</summary>
internal sealed class ChartBuckets
{
    private readonly ChartSpec _spec;
    private readonly BucketSpan? _span;
    private readonly TimeBuckets? _times;
    private readonly TimeBuckets? _splitTimes;

    public ChartBuckets(ChartSpec spec, List<Row> rows, StageContext context)
    {
        _spec = spec;
        _span = spec.RowSpan ?? (spec.Bins > 0 ? Fitting(spec, rows) : null);
        _times = _span is null ? null : TimeBuckets.For(_span, spec.RowColumn, context.Run, spec.Align);
        _splitTimes = spec.Split is { Span: { } splitSpan } split ? TimeBuckets.For(splitSpan, split.Column, context.Run) : null;
    }

    /// <summary>The rows of the chart that a row counts in.</summary>
    public IEnumerable<Value> RowValues(Row row) => row[_spec.RowColumn].Items.Select(item => Bucket(item, _span, _times));

    /// <summary>The columns that a row counts in; null: those of rows that lack the splitting column.</summary>
    public IEnumerable<string?> SplitValues(Row row)
    {
        var split = _spec.Split!;
        var value = row[split.Column];
        if (value.IsNull)
            return [null];
        return value.Items.Select(item => Bucket(item, split.Span, _splitTimes).ToText());
    }

    /// <summary>The values in order, with the buckets of time between them where they are wanted.</summary>
    public IEnumerable<Value> Filled(IEnumerable<Value> ordered, int most)
    {
        if (!_spec.Fill || _times is not { } times)
            return ordered;
        return Between([.. ordered], times, most);
    }

    private static IEnumerable<Value> Between(Value[] ordered, TimeBuckets times, int most)
    {
        for (var i = 0; i < ordered.Length; i++)
        {
            yield return ordered[i];
            if (i + 1 == ordered.Length || !ordered[i].TryGetNumber(out var at) || !ordered[i + 1].TryGetNumber(out var end))
                continue;
            for (at = times.Next(at); at < end && most > 0; at = times.Next(at), most--)
                yield return TimeBuckets.ValueOf(at);
        }
    }

    private static Value Bucket(Value item, BucketSpan? span, TimeBuckets? times)
    {
        if (span is null || !item.TryGetNumber(out var number))
            return item;
        if (times is not null)
            return times.Start(number) is { } start ? TimeBuckets.ValueOf(start) : item;
        return NumberBuckets.Of(number, span) is { IsNull: false } bucket ? bucket : item;
    }

    private static BucketSpan Fitting(ChartSpec spec, List<Row> rows)
    {
        double[] numbers = [.. rows.SelectMany(row => row[spec.RowColumn].Items).Select(item => item.TryGetNumber(out var number) ? number : double.NaN).Where(double.IsFinite)];
        var range = numbers.Length == 0 ? 0 : numbers.Max() - numbers.Min();
        return spec.RowColumn is "_time" ? TimeBuckets.Fitting(range, spec.Bins, spec.MinSpan) : NumberBuckets.Fitting(range, spec.Bins, spec.MinSpan?.Width ?? 0);
    }
}
