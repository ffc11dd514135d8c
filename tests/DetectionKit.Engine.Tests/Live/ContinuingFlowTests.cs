using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Live;
using DetectionKit.Engine.Running;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Live;

/// <summary>Flows that are events while they go on: each counts once in a window, with what it has come to.</summary>
public sealed class ContinuingFlowTests
{
    private static readonly SourceSpec.OfModel Traffic = new("Network_Traffic", "All_Traffic", [new("dest_port", "port"), new("bytes", "bytes")], FeedPoint.FlowEnd);

    [Test]
    public void A_flow_that_goes_on_counts_once_with_what_it_has_come_to()
    {
        var live = new FlowWire(Sums());
        live.Report("A", 10, 100).Report("A", 20, 200).Report("B", 30, 5).Report("A", 40, 300);
        live.Run.Close();
        Assert.That(live.Finals, Is.EqualTo(["port=80 count=2 sum(bytes)=305"]));
    }

    [Test]
    public void The_end_of_a_flow_stands_in_the_place_of_its_reports()
    {
        var live = new FlowWire(Sums());
        live.Report("A", 10, 100).Report("A", 20, 200).End("A", 30, 250).End("C", 31, 1);
        live.Run.Close();
        Assert.That(live.Finals, Is.EqualTo(["port=80 count=2 sum(bytes)=251"]));
    }

    [Test]
    public void A_report_that_matches_is_taken_back_by_one_that_does_not()
    {
        var live = new FlowWire(new FakeDetector<NetworkTraffic>(Traffic, e => e.Bytes < 150, Some.Stats("port", Some.Function("count"))));
        live.Report("A", 10, 100).Report("A", 20, 200);
        live.Run.Close();
        Assert.That(live.Finals, Is.Empty);
        Assert.That(live.States, Is.EqualTo([LiveRowState.Open, LiveRowState.Withdrawn]));
    }

    [Test]
    public void A_group_of_flows_that_go_on_is_given_once_it_holds_and_its_final_row_has_the_same_name()
    {
        var live = new FlowWire(Sums(new WhereSpec((row, _) => row["sum(bytes)"].TryGetNumber(out var sum) && sum >= 150)));
        live.Report("A", 10, 100);
        Assert.That(live.Rows, Is.Empty);
        live.Report("A", 20, 200).Report("A", 30, 300).End("A", 40, 301);
        live.Run.Close();
        Assert.That(live.States, Is.EqualTo([LiveRowState.Open, LiveRowState.Final]));
        Assert.That(live.Ids, Has.Count.EqualTo(1));
        Assert.That(live.Finals, Is.EqualTo(["port=80 count=1 sum(bytes)=301"]));
    }

    [Test]
    public void A_row_that_is_a_flow_keeps_its_name_from_report_to_report_to_end()
    {
        var live = new FlowWire(new FakeDetector<NetworkTraffic>(Traffic, e => e.Bytes > 150));
        live.Report("A", 10, 100).Report("A", 20, 200).Report("A", 30, 300).End("A", 40, 400).End("B", 41, 500);
        live.Run.Close();
        Assert.That(live.States, Is.EqualTo([LiveRowState.Open, LiveRowState.Open, LiveRowState.Final, LiveRowState.Final]));
        Assert.That(live.Ids, Has.Count.EqualTo(2));
        Assert.That(live.Finals, Is.EquivalentTo(["port=80 bytes=400", "port=80 bytes=500"]));
    }

    [Test]
    public void In_the_next_window_a_flow_counts_again_where_it_is_reported_again()
    {
        var live = new FlowWire(Sums(), window: 60);
        live.Report("A", 10, 100).Report("A", 70, 200).Report("B", 75, 1);
        live.Run.Close();
        Assert.That(live.Finals, Is.EqualTo(["port=80 count=1 sum(bytes)=100", "port=80 count=2 sum(bytes)=201"]));
    }

    [Test]
    public void Reports_outlive_a_swap_of_rules()
    {
        var live = new FlowWire(Sums());
        live.Report("A", 10, 100);
        live.Load(Sums());
        live.Report("B", 20, 7).End("A", 30, 110);
        live.Run.Close();
        Assert.That(live.Finals, Is.EqualTo(["port=80 count=2 sum(bytes)=117"]));
    }

    [Test]
    public void Whatever_is_reported_meanwhile_one_window_gives_the_rows_of_a_batch()
    {
        var random = new Random(7);
        foreach (var detector in new Func<FakeDetector<NetworkTraffic>>[] { () => Sums(), () => new FakeDetector<NetworkTraffic>(Traffic, e => e.Bytes % 3 != 0) })
        {
            var flows = Enumerable.Range(0, 200).Select(i => (Uid: $"F{i}", End: random.Next(1, 1000), Bytes: random.Next(1, 100), Reports: random.Next(0, 4))).ToList();
            var batch = new DetectionRun([detector()], new());
            var input = batch.OpenInput();
            flows.ForEach(flow => input.OnModel(FlowWire.Event(flow.End, flow.Bytes)));
            var expected = batch.Finish().Rows.Select(row => Some.Text(row.Row)).Order(StringComparer.Ordinal);

            var live = new FlowWire(detector());
            var reports = flows.SelectMany(flow => Enumerable.Range(0, flow.Reports).Select(n => (At: flow.End * (n + 1) / (flow.Reports + 1.0), flow, n)));
            var ends = flows.Select(flow => (At: (double)flow.End, flow, n: -1));
            foreach (var (at, flow, n) in reports.Concat(ends).OrderBy(item => item.At).ThenBy(item => item.n < 0))
                _ = n < 0 ? live.End(flow.Uid, flow.End, flow.Bytes) : live.Report(flow.Uid, at, random.Next(1, 100));
            live.Run.Close();
            Assert.That(live.Finals.Order(StringComparer.Ordinal), Is.EqualTo(expected));
        }
    }

    private static FakeDetector<NetworkTraffic> Sums(params StageSpec[] further) =>
        new(Traffic, _ => true, [Some.Stats("port", Some.Function("count"), Some.Function("sum", "bytes")), .. further]);

    [Test]
    public void A_flow_that_has_ended_is_forgotten_two_looks_later()
    {
        var rows = new Engine.Running.ContinuingRows();
        var row = Row();
        rows.Put(row);
        rows.Give(row);
        rows.Remove("A");
        rows.End("A");
        rows.ForgetEnded();
        Assert.That(rows.IsGiven(Row()), Is.True);
        rows.ForgetEnded();
        Assert.That(rows.IsGiven(Row()), Is.False);

        static Abstractions.Rows.Row Row() => new() { Origin = new(default, 0, 0, null, Abstractions.Rows.FlowTrail.Of(new("A", default, 0, default, 0, 6, "1:", default, default, null) { IsContinuing = true })) };
    }
}
