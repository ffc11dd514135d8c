using System.Globalization;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.RelTime;

/// <summary>Says how long before now a row's times are, each in its largest whole unit: <c>5 days ago</c>, <c>1 minute ago</c>. Manual: reltime.</summary>
internal sealed class RelTimeStage : StageExecutor<RelTimeSpec>
{
    private static readonly (double Seconds, string Name)[] Units =
        [(31_536_000, "year"), (2_592_000, "month"), (604_800, "week"), (86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")];

    protected override IEnumerable<Row> Run(RelTimeSpec spec, IEnumerable<Row> rows, StageContext context) => rows.Select(row =>
    {
        foreach (var (time, words) in spec.Columns)
        {
            if (row[time].TryGetNumber(out var at))
                row[words] = Value.Of(Words(context.Run.Now.Seconds - at));
        }

        return row;
    });

    private static string Words(double seconds)
    {
        foreach (var (unit, name) in Units)
        {
            if (Math.Abs(seconds) < unit)
                continue;
            var count = Math.Floor(Math.Abs(seconds) / unit).ToString(CultureInfo.InvariantCulture);
            var words = count is "1" ? $"1 {name}" : $"{count} {name}s";
            return seconds > 0 ? $"{words} ago" : $"{words} from now";
        }

        return "now";
    }
}
