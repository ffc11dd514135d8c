using System.Globalization;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Buckets;

namespace DetectionKit.Engine.Stages.GenTimes;

/// <summary>Makes a row for each stretch of time. Manual: gentimes.</summary>
internal sealed class GenTimesStage : StageExecutor<GenTimesSpec>
{
    private static readonly TimeFormat Human = TimeFormat.Of("%a %b %e %H:%M:%S %Y");
    private static readonly TimeFormat[] Written = [.. new[] { "%m/%d/%Y:%H:%M:%S", "%m/%d/%Y", "%m/%d/%y:%H:%M:%S", "%m/%d/%y" }.Select(TimeFormat.Of)];

    protected override IEnumerable<Row> Run(GenTimesSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var steps = new TimeBuckets(spec.Increment, context.Run.Zone);
        if (Moment(spec.Start, context.Run) is not { } at || Moment(spec.End ?? "0", context.Run) is not { } end)
            yield break;
        for (var next = 0d; at < end && context.Budget.TakeRow(); at = next)
        {
            next = steps.Next(at);
            var row = new Row(4);
            Put(row, "start", at, context.Run);
            Put(row, "end", Math.Min(next, end) - 1, context.Run);
            yield return row;
        }
    }

    private static void Put(Row row, string name, double seconds, RunContext run)
    {
        row[name + "time"] = TimeBuckets.ValueOf(seconds);
        row[name + "human"] = Value.Of(Human.Write(Timestamp.FromSeconds(seconds), run.Zone));
    }

    private static double? Moment(string text, RunContext run)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days))
            return TimeModifier.Of(string.Create(CultureInfo.InvariantCulture, $"@d{days:+0;-0}d")).Apply(run.Now, run.Zone)?.Seconds;
        return Written.Select(format => format.Read(text, run.Zone, run.Now)?.Seconds).FirstOrDefault(seconds => seconds is not null);
    }
}
