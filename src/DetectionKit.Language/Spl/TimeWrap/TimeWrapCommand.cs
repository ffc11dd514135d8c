using System.Globalization;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;
using DetectionKit.Language.Spl.Parsing;

namespace DetectionKit.Language.Spl.TimeWrap;

/// <summary><c>timewrap</c>, behind a timechart</summary>
internal sealed class TimeWrapCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["timewrap"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["align", "series", "time_format"];

    /// <inheritdoc/>
    protected override string What => "a span of time such as `1d`";

    /// <inheritdoc/>
    protected override int Most => 1;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        var written = arguments.Names.Length > 0 ? arguments.Names[0].Text : "1d";
        if (SpanReader.Read(written) is not { IsTime: true } span || Count(written) is not { } count)
        {
            plan.Report(DiagnosticTable.Expected, arguments.Names[0].Span, What, $"`{written}`");
            return;
        }

        var series = arguments.Text("series")?.ToLowerInvariant() switch
        {
            "exact" => TimeWrapSeries.Exact,
            "short" => TimeWrapSeries.Short,
            null or "relative" => TimeWrapSeries.Relative,
            _ => (TimeWrapSeries?)null,
        };
        if (series is null)
            arguments.Fail(arguments.Find("series")!, "`relative`, `exact` or `short`");
        var spec = new TimeWrapSpec(span, UnitOf(span.Width / count, span.Unit), count, arguments.Text("align") is "now", series ?? TimeWrapSeries.Relative, arguments.Text("time_format"));
        arguments.Add(spec, ColumnNeeds.All, new PlanSchema(["_time"], IsOpen: true));
    }

    // How many units a stretch is: columns are named by that, so it is a whole number.
    private static int? Count(string written)
    {
        var number = string.Concat(written.TakeWhile(unit => char.IsAsciiDigit(unit) || unit == '.'));
        return number.Length == 0 ? 1 : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
    }

    private static string UnitOf(double width, BucketUnit unit) => (unit, width) switch
    {
        (BucketUnit.Month, 12) => "year",
        (BucketUnit.Month, 3) => "quarter",
        (BucketUnit.Month, _) => "month",
        (_, 604_800) => "week",
        (_, 86_400) => "day",
        (_, 3600) => "hour",
        (_, 60) => "minute",
        _ => "second",
    };
}
