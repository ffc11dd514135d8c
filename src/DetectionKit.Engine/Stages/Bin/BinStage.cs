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
        var span = ColumnBuckets.Fitting(spec.Column, all.SelectMany(row => row[spec.Column].Items), spec.Bins, spec.MinSpan, spec.Start, spec.End);
        return Put(all, spec, span, context);
    }

    private static IEnumerable<Row> Put(IEnumerable<Row> rows, BinSpec spec, BucketSpan span, StageContext context)
    {
        var buckets = new ColumnBuckets(span, TimeBuckets.For(span, spec.Column, context.Run, spec.Align));
        return rows.Select(row => Put(row, spec, buckets));
    }

    private static Row Put(Row row, BinSpec spec, ColumnBuckets buckets)
    {
        var value = row[spec.Column];
        if (value.IsNull)
            return row;
        row[spec.As] = value.Kind == ValueKind.Multi ? Value.OfMany(value.Items.Select(buckets.Of)) : buckets.Of(value);
        return row;
    }
}
