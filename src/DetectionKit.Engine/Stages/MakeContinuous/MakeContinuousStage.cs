using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Buckets;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Stages.MakeContinuous;

/// <summary>Fills the gaps of an axis. Rows come in its order; those without a number on it are left out. Manual: makecontinuous.</summary>
internal sealed class MakeContinuousStage : StageExecutor<MakeContinuousSpec>
{
    protected override IEnumerable<Row> Run(MakeContinuousSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var all = rows.Select(row => (Row: row, At: row[spec.Column].TryGetNumber(out var number) ? number : double.NaN)).Where(one => double.IsFinite(one.At)).ToList();
        if (all.Count == 0)
            return [];
        var range = (spec.End ?? all.Max(one => one.At)) - (spec.Start ?? all.Min(one => one.At));
        var span = spec.Span ?? ColumnBuckets.Fitting(spec.Column, range, spec.Bins);
        var times = TimeBuckets.For(span, spec.Column, context.Run);
        var filled = all.GroupBy(one => Start(one.At)).Where(group => group.Key is not null).ToDictionary(group => group.Key!.Value, group => group.Select(one => one.Row));
        if (filled.Count == 0)
            return [];
        var first = spec.Start is { } start ? Start(start) ?? start : filled.Keys.Min();
        var last = spec.End is { } end ? Math.BitDecrement(end) : filled.Keys.Max();
        return Filled(spec, filled, times is null ? at => NumberBuckets.Next(at, span) : times.Next, (first, last), context.Budget);

        double? Start(double at) => times is null ? NumberBuckets.Start(at, span) : times.Start(at);
    }

    private static IEnumerable<Row> Filled(MakeContinuousSpec spec, Dictionary<double, IEnumerable<Row>> filled, Func<double, double> next, (double First, double Last) range, Budget budget)
    {
        var at = range.First;
        foreach (var start in filled.Keys.Where(start => start >= range.First && start <= range.Last).Order().Append(Math.BitIncrement(range.Last)))
        {
            for (; at < start && next(at) > at && budget.TakeRow(); at = next(at))
                yield return Put(new Row { Origin = RowOrigin.None with { Key = TimeBuckets.ValueOf(at).ToText() } }, spec.Column, at);
            foreach (var row in filled.GetValueOrDefault(start) ?? [])
                yield return Put(row, spec.Column, start);
            at = next(start);
        }
    }

    private static Row Put(Row row, string column, double at)
    {
        row[column] = TimeBuckets.ValueOf(at);
        return row;
    }
}
