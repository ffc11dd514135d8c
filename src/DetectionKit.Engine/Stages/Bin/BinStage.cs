using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Buckets;

namespace DetectionKit.Engine.Stages.Bin;

/// <summary>Puts times and numbers into buckets; what is neither stays as it is. Manual: bin.</summary>
internal sealed class BinStage : StageExecutor<BinSpec>
{
    protected override IEnumerable<Row> Run(BinSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        if (spec.Span is { } given)
            return Put(rows, spec, given, context);
        var all = rows.ToList();
        var span = Fitting(spec, all);
        return Put(all, spec, span, context);
    }

    private static IEnumerable<Row> Put(IEnumerable<Row> rows, BinSpec spec, BucketSpan span, StageContext context)
    {
        var times = TimeBuckets.For(span, spec.Column, context.Run, spec.Align);
        return rows.Select(row => Put(row, spec, span, times));
    }

    private static BucketSpan Fitting(BinSpec spec, List<Row> rows)
    {
        var (least, most) = (spec.Start ?? double.PositiveInfinity, spec.End ?? double.NegativeInfinity);
        foreach (var item in rows.SelectMany(row => row[spec.Column].Items))
        {
            if (!item.TryGetNumber(out var number))
                continue;
            least = Math.Min(least, number);
            most = Math.Max(most, number);
        }

        var range = most >= least ? most - least : 0;
        return spec.Column is "_time" ? TimeBuckets.Fitting(range, spec.Bins, spec.MinSpan) : NumberBuckets.Fitting(range, spec.Bins, spec.MinSpan?.Width ?? 0);
    }

    private static Row Put(Row row, BinSpec spec, BucketSpan span, TimeBuckets? times)
    {
        var value = row[spec.Column];
        if (value.IsNull)
            return row;
        row[spec.As] = Value.OfMany(value.Items.Select(item => Bucket(item, span, times)));
        return row;
    }

    // What has no bucket stays as it is.
    private static Value Bucket(Value item, BucketSpan span, TimeBuckets? times)
    {
        if (!item.TryGetNumber(out var number))
            return item;
        if (times is not null)
            return times.Start(number) is { } start ? TimeBuckets.ValueOf(start) : item;
        return NumberBuckets.Of(number, span) is { IsNull: false } bucket ? bucket : item;
    }
}
