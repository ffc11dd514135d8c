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
            return rows.Select(row => Put(row, spec, given, context));
        var all = rows.ToList();
        var span = Fitting(spec, all);
        return all.Select(row => Put(row, spec, span, context));
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

    private static Row Put(Row row, BinSpec spec, BucketSpan span, StageContext context)
    {
        var value = row[spec.Column];
        if (value.IsNull)
            return row;
        var isTime = span.IsTime || (spec.Column is "_time" && span.Unit == BucketUnit.Number);
        var buckets = new TimeBuckets(span, context.Run.Zone, TimeBuckets.Alignment(spec.Align, context.Run));
        row[spec.As] = Value.OfMany(value.Items.Select(item => item.TryGetNumber(out var number)
            ? (isTime ? (buckets.Start(number) is { } start ? TimeBuckets.ValueOf(start) : Value.Null) : NumberBuckets.Of(number, span)) is { IsNull: false } bucket ? bucket : item
            : item));
        return row;
    }
}
