using System.Globalization;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Buckets;

namespace DetectionKit.Engine.Stages.TimeWrap;

/// <summary>Lays the stretches of a time chart over the last one, whose times the rows keep. Manual: timewrap.</summary>
internal sealed class TimeWrapStage : StageExecutor<TimeWrapSpec>
{
    // Stretches beyond these are left out: nobody reads so many columns.
    private const int MostStretches = 1000;

    protected override IEnumerable<Row> Run(TimeWrapSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var all = rows.Select(row => (Row: row, At: row["_time"].TryGetNumber(out var at) ? at : double.NaN)).Where(one => double.IsFinite(one.At)).OrderBy(one => one.At).ToList();
        if (all.Count == 0)
            return [];
        var step = all.Zip(all.Skip(1), (a, b) => b.At - a.At).Where(gap => gap > 0).DefaultIfEmpty(0).Min();
        var starts = Starts(spec, spec.FromNow ? context.Run.Now.Seconds : all[^1].At + step, all[0].At, context.Run.Zone);
        var names = new string?[starts.Count];
        var wrapped = new SortedDictionary<double, Row>();
        var ago = starts.Count - 1;
        foreach (var (row, at) in all)
        {
            while (ago > 0 && starts[ago - 1] <= at)
                ago--;
            if (starts[ago] > at)
                continue;
            var place = starts[0] + (at - starts[ago]);
            if (!wrapped.TryGetValue(place, out var line))
            {
                wrapped.Add(place, line = new Row { Origin = RowOrigin.None with { Key = TimeBuckets.ValueOf(place).ToText() } });
                line["_time"] = TimeBuckets.ValueOf(place);
            }

            line.Origin = Origins.Merge(line.Origin, row.Origin);
            var name = names[ago] ??= Name(spec, ago, starts[ago], context.Run.Zone);
            foreach (var (column, value) in row.Columns.Where(column => column.Key is not "_time" && !column.Value.IsNull))
                line[$"{column}_{name}"] = value;
        }

        return wrapped.Values;
    }

    // Where the stretches begin, the last first. Months have no one length.
    private static List<double> Starts(TimeWrapSpec spec, double end, double first, TimeZoneInfo zone)
    {
        var starts = new List<double>();
        for (var ago = 1; ago <= MostStretches && (starts.Count == 0 || starts[^1] > first); ago++)
        {
            starts.Add(spec.Span.Unit == BucketUnit.Month
                ? TimeModifier.Of(string.Create(CultureInfo.InvariantCulture, $"-{ago * (long)spec.Span.Width}mon")).Apply(Timestamp.FromSeconds(end), zone)?.Seconds ?? first
                : end - (ago * spec.Span.Width));
        }

        return starts;
    }

    private static string Name(TimeWrapSpec spec, int ago, double start, TimeZoneInfo zone) => spec.Series switch
    {
        TimeWrapSeries.Short => string.Create(CultureInfo.InvariantCulture, $"s{ago}"),
        TimeWrapSeries.Exact => TimeFormat.Of(spec.TimeFormat ?? "%F %T").Write(Timestamp.FromSeconds(start), zone),
        TimeWrapSeries.Relative when ago == 0 => spec.Count == 1 ? $"latest_{spec.Unit}" : string.Create(CultureInfo.InvariantCulture, $"latest_{spec.Count}{spec.Unit}s"),
        TimeWrapSeries.Relative => string.Create(CultureInfo.InvariantCulture, $"{ago * spec.Count}{spec.Unit}{(ago * spec.Count == 1 ? "" : "s")}_before"),
        _ => "",
    };
}
