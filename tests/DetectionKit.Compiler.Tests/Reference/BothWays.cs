using System.Globalization;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Lookups;
using DetectionKit.Engine.Running;
using DetectionKit.Language.Plan;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>Rows as text, of either implementation: the time, then <c>column=value column=item|item</c> between tabs, absent columns left out.</summary>
internal static class BothWays
{
    /// <summary>The rows of each detector over the events of one input.</summary>
    public static string[][] Engine(IReadOnlyList<IDetector> detectors, IEnumerable<object> events, IReadOnlyDictionary<string, LookupTable> lookups, params string[] notices)
    {
        var run = new DetectionRun(detectors, new RunOptions { Lookups = new LookupStore(lookups.Values) });
        var input = run.OpenInput();
        foreach (var e in events)
            Feed(input, e);
        var result = run.Finish();
        Assert.That(result.Notices.Select(notice => notice.Message), Is.EqualTo(notices));
        var rows = detectors.Select(detector => result.Rows.Where(row => ReferenceEquals(row.Detection, detector.Info)).Select(row => Written(row.Time, row.Row)).ToArray()).ToArray();
        Assert.That(rows.Sum(all => all.Length), Is.EqualTo(result.Rows.Length));
        return rows;
    }

    /// <summary>The rows of a plan.</summary>
    public static string[] Reference(ReferenceRun run, DetectionPlan plan) => [.. run.Rows(plan).Select(row => Written(run.TimeOf(row), row))];

    private static void Feed(IEventSink input, object e)
    {
        switch (e)
        {
            case RawEvent raw:
                input.OnRaw(raw);
                break;
            case NetworkTraffic traffic:
                input.OnModel(traffic);
                break;
            case ModelEvent other:
                typeof(IEventSink).GetMethod(nameof(IEventSink.OnModel))!.MakeGenericMethod(other.GetType()).Invoke(input, [other]);
                break;
        }
    }

    /// <summary>A row with its columns in order of name: a plan that knows which columns it needs may read them in another order.</summary>
    public static string ByName(string row) => string.Join('\t', row.Split('\t') is [var time, .. var columns] ? columns.Order(StringComparer.Ordinal).Prepend(time) : []);

    private static string Written(Timestamp time, Row row) => string.Join('\t', Columns(row).Prepend(time.Seconds.ToString("R", CultureInfo.InvariantCulture)));

    private static IEnumerable<string> Columns(Row row) =>
        row.Columns.Where(column => !column.Value.IsNull).Select(column => $"{column.Key}={string.Join('|', column.Value.Items.Select(item => item.ToText()))}");
}
