using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;
using DetectionKit.Engine.Stages;
using DetectionKit.Engine.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace DetectionKit.Engine.Tests.Running;

public sealed class RunPropertyTests
{
    private static readonly string[] OrderFree = [.. AggregateCatalogue.Names.Values.Distinct(StringComparer.Ordinal).Except(["first", "last", "list"], StringComparer.Ordinal)];

    private static readonly SourceSpec.OfModel Traffic = new("Network_Traffic", "All_Traffic", [new("app", "app"), new("dest_port", "port"), new("duration", "d"), new("_time", "_time")], FeedPoint.FlowEnd);

    private static Gen<NetworkTraffic[]> Flows =>
        (from time in Gen.Choose(0, 30)
         from app in Gen.Elements("http", "ssl", "dns")
         from port in Gen.Choose(1, 5)
         from duration in Gen.Choose(0, 100).Select(n => n / 7.0)
         select new NetworkTraffic { Time = Timestamp.FromSeconds(time), App = app, DestPort = port, Duration = duration }).ArrayOf();

    [Test]
    public void Grouping_as_events_come_equals_grouping_at_the_end() => Check.QuickThrowOnFailure(Prop.ForAll(Flows.ToArbitrary(), flows =>
    {
        var stats = StatsOf(OrderFree);
        var streamed = new FakeDetector<NetworkTraffic>(Traffic, _ => true, stats);
        var kept = new FakeDetector<NetworkTraffic>(Traffic with { Earliest = "0" }, _ => true, stats);
        return Same(Run([streamed], [flows]), Run([kept], [flows]));
    }));

    [Test]
    public void Rows_do_not_depend_on_how_events_are_spread_over_inputs() => Check.QuickThrowOnFailure(Prop.ForAll(Flows.ToArbitrary(), Gen.Choose(2, 4).ToArbitrary(), (flows, parts) =>
    {
        var distinct = flows.DistinctBy(flow => flow.Time).ToArray();
        var detectors = new IDetector[]
        {
            new FakeDetector<NetworkTraffic>(Traffic, _ => true, StatsOf([.. OrderFree, "first", "last", "list"])),
            new FakeDetector<NetworkTraffic>(Traffic, flow => flow.DestPort > 2, new DedupSpec(["app"], 1, false, false, false, [])),
        };
        var spread = Enumerable.Range(0, parts).Select(part => distinct.Where((_, i) => i % parts == part).ToArray()).ToArray();
        return Same(Run(detectors, [distinct]), Run(detectors, spread));
    }));

    [Test]
    public void Dedup_is_idempotent() => Check.QuickThrowOnFailure(Prop.ForAll(Flows.ToArbitrary(), Gen.Choose(1, 3).ToArbitrary(), (flows, keep) =>
    {
        var spec = new DedupSpec(["app", "port"], keep, false, true, false, []);
        var once = StageCatalogue.Run([spec], RowsOf(flows), Some.Context()).ToList();
        var twice = StageCatalogue.Run([spec], once.Select(row => row.Copy()), Some.Context());
        return Some.Text(once).SequenceEqual(Some.Text(twice), StringComparer.Ordinal);
    }));

    [Test]
    public void Sort_is_a_stable_permutation() => Check.QuickThrowOnFailure(Prop.ForAll(Flows.ToArbitrary(), flows =>
    {
        var rows = RowsOf(flows);
        for (var i = 0; i < rows.Count; i++)
            rows[i]["n"] = Value.Of(i);
        var sorted = StageCatalogue.Run([new SortSpec([new("app", true, SortComparison.Auto)], 0)], rows, Some.Context()).ToList();
        var pairs = sorted.Zip(sorted.Skip(1));
        return sorted.Select(Some.Text).Order(StringComparer.Ordinal).SequenceEqual(rows.Select(Some.Text).Order(StringComparer.Ordinal), StringComparer.Ordinal)
            && pairs.All(pair => InOrder(pair.First, pair.Second));

        static bool InOrder(Row a, Row b)
        {
            var order = string.CompareOrdinal(b["app"].ToText(), a["app"].ToText());
            return order < 0 || (order == 0 && a["n"].TryGetInteger(out var x) && b["n"].TryGetInteger(out var y) && x < y);
        }
    }));

    private static AggregateSpec StatsOf(IEnumerable<string> names) =>
        Some.Stats("app", [.. names.SelectMany(name => new[] { Some.Function(name, "port", 90), Some.Function(name, "d", 90) })]);

    private static List<Row> RowsOf(NetworkTraffic[] flows) => Some.Rows([.. flows.Select(flow => $"app={flow.App} port={flow.DestPort}")]);

    private static bool Same(RunResult a, RunResult b) => Lines(a).SequenceEqual(Lines(b), StringComparer.Ordinal);

    private static IEnumerable<string> Lines(RunResult result) => result.Rows.Select(row => $"{row.AlertId} {row.Time} {Some.Text(row.Row)}");

    private static RunResult Run(IDetector[] detectors, NetworkTraffic[][] inputs)
    {
        var run = new DetectionRun(detectors, new());
        foreach (var flows in inputs)
        {
            var input = run.OpenInput();
            foreach (var flow in flows)
                input.OnModel(flow);
        }

        return run.Finish();
    }
}
