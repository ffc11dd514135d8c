using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Live;
using DetectionKit.Engine.Running;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Live;

/// <summary>Rules of identity fields are fed by a flow once it is identified, others when it is reported or ends; in the end all of them have counted it once.</summary>
public sealed class IdentifiedFlowTests
{
    private static readonly SourceSpec.OfModel Identity = new("Network_Traffic", "All_Traffic", [new("dest_port", "port"), new("app", "app")], FeedPoint.Identified);
    private static readonly SourceSpec.OfModel Totals = new("Network_Traffic", "All_Traffic", [new("dest_port", "port"), new("bytes", "bytes")], FeedPoint.FlowEnd);

    [Test]
    public void A_row_that_is_a_flow_is_given_when_the_flow_is_identified_and_keeps_its_name_to_the_end()
    {
        var live = new FlowWire(new FakeDetector<NetworkTraffic>(Identity, e => e.App is "ssh"));
        live.Identify("A", 10, "ssh").Identify("B", 12);
        Assert.That(live.States, Is.EqualTo([LiveRowState.Open]));
        live.Report("A", 300, 100, "ssh").End("A", 400, 200, "ssh").End("B", 410, 1);
        live.Run.Close();
        Assert.That(live.States, Is.EqualTo([LiveRowState.Open, LiveRowState.Final]));
        Assert.That(live.Rows.Select(row => row.Revision), Is.EqualTo([1, 2]));
        Assert.That(live.Ids, Has.Count.EqualTo(1));
        Assert.That(live.Finals, Is.EqualTo(["port=80 app=ssh"]));
    }

    [Test]
    public void A_rule_that_reads_totals_is_not_fed_by_it()
    {
        var live = new FlowWire(new FakeDetector<NetworkTraffic>(Totals, _ => true));
        live.Identify("A", 10);
        Assert.That(live.Rows, Is.Empty);
        live.Report("A", 300, 100).Identify("A", 310).End("A", 400, 200);
        live.Run.Close();
        Assert.That(live.Finals, Is.EqualTo(["port=80 bytes=200"]));
    }

    [Test]
    public void A_verdict_that_changes_does_not_take_a_report_of_totals_back()
    {
        var live = new FlowWire(new FakeDetector<NetworkTraffic>(Totals, _ => true), window: 1000);
        live.Report("A", 300, 100).Identify("A", 310).Report("B", 1100, 1);
        live.Run.Close();
        Assert.That(live.Finals, Is.EqualTo(["port=80 bytes=100", "port=80 bytes=1"]));
    }

    [Test]
    public void A_rule_one_of_whose_searches_reads_totals_is_fed_at_the_end_alone()
    {
        var inner = new FakePipeline<NetworkTraffic>(Totals, _ => true);
        var live = new FlowWire(new FakeDetector<NetworkTraffic>(Identity, _ => true, new AppendSpec(0) { Subsearches = [inner] }), window: 100);
        live.Identify("A", 10).Identify("B", 150);
        live.Run.Close();
        Assert.That(live.Rows, Is.Empty);
    }

    [Test]
    public void A_group_is_given_once_flows_that_were_identified_and_flows_that_ended_come_to_it_together()
    {
        var live = new FlowWire(Counts(new WhereSpec((row, _) => row["count"].TryGetNumber(out var count) && count >= 3)));
        live.Identify("A", 10).End("A", 20, 1).End("B", 25, 1);
        Assert.That(live.Rows, Is.Empty);
        live.Identify("C", 30);
        Assert.That(live.States, Is.EqualTo([LiveRowState.Open]));
        live.Report("C", 330, 5).End("C", 340, 1).End("D", 350, 1);
        live.Run.Close();
        Assert.That(live.States, Is.EqualTo([LiveRowState.Open, LiveRowState.Final]));
        Assert.That(live.Finals, Is.EqualTo(["port=80 app=http count=4"]));
        Assert.That(live.Ids, Has.Count.EqualTo(1));
    }

    [Test]
    public void Told_again_and_again_a_flow_does_not_reach_a_threshold_by_itself()
    {
        var live = new FlowWire(Counts(new WhereSpec((row, _) => row["count"].TryGetNumber(out var count) && count >= 2)));
        live.Identify("A", 10).Report("A", 310, 1).Report("A", 610, 2).End("A", 700, 3);
        Assert.That(live.Rows, Is.Empty);
        live.Run.Close();
        Assert.That(live.Rows, Is.Empty);
    }

    [Test]
    public void A_verdict_that_changes_is_told_and_what_it_led_to_before_is_withdrawn()
    {
        var live = new FlowWire(new FakeDetector<NetworkTraffic>(Identity, e => e.App is "ssh" or "smtp"));
        live.Identify("A", 10, "ssh").Identify("A", 20).Identify("B", 30).Identify("B", 40, "smtp").End("A", 50, 1).End("B", 50, 1, "smtp");
        live.Run.Close();
        Assert.That(live.States, Is.EqualTo([LiveRowState.Open, LiveRowState.Open, LiveRowState.Final, LiveRowState.Withdrawn]));
        Assert.That(live.Finals, Is.EqualTo(["port=80 app=smtp"]));
    }

    [Test]
    public void A_group_by_a_verdict_that_changed_counts_it_as_it_is()
    {
        var live = new FlowWire(Counts());
        live.Identify("A", 10, "ssh").Identify("A", 20, "smtp").End("A", 50, 1, "smtp");
        live.Run.Close();
        Assert.That(live.States, Is.EqualTo([LiveRowState.Open, LiveRowState.Open, LiveRowState.Final, LiveRowState.Withdrawn]));
        Assert.That(live.Finals, Is.EqualTo(["port=80 app=smtp count=1"]));
    }

    [Test]
    public void A_flow_that_turns_out_to_be_a_tunnel_is_taken_back_though_no_event_tells_of_it()
    {
        var live = new FlowWire(new FakeDetector<NetworkTraffic>(Identity, _ => true));
        live.Identify("A", 10).EndUntold("A", 50);
        live.Run.Close();
        Assert.That(live.States, Is.EqualTo([LiveRowState.Open, LiveRowState.Withdrawn]));
    }

    [TestCase(59, 1, TestName = "A_flow_that_only_ends_in_the_next_window_counts_in_the_one_in_which_it_spoke")]
    [TestCase(63, 2, TestName = "A_flow_that_speaks_in_the_next_window_counts_there_as_well")]
    public void A_flow_that_straddles_windows(double last, int counted)
    {
        var live = new FlowWire(new FakeDetector<NetworkTraffic>(Identity, _ => true), window: 60);
        live.Identify("A", 55, begin: 54).End("A", 90, 1, begin: 54, last: last);
        live.Run.Close();
        Assert.That(live.Finals.Count(), Is.EqualTo(counted));
        Assert.That(live.Ids, Has.Count.EqualTo(counted));
    }

    [Test]
    public void A_flow_that_is_told_behind_the_windows_end_counts_in_the_next_one()
    {
        var live = new FlowWire(new FakeDetector<NetworkTraffic>(Identity, _ => true), window: 60);
        live.Identify("B", 10).Identify("A", 61, begin: 50).End("A", 90, 1, begin: 50, last: 59);
        live.Run.Close();
        Assert.That(live.Rows.Where(row => row.State == LiveRowState.Final).Select(row => row.WindowStart.Nanoseconds / 1_000_000_000), Is.EqualTo([0, 60]));
    }

    [Test]
    public void Rules_that_were_loaded_behind_a_flows_begin_are_told_of_its_end_whenever_it_spoke()
    {
        var live = new FlowWire(new FakeDetector<NetworkTraffic>(Totals, _ => false), window: 60);
        live.Identify("A", 10, begin: 9);
        live.Load(new FakeDetector<NetworkTraffic>(Identity, _ => true), "another");
        live.End("A", 90, 1, begin: 9, last: 40);
        live.Run.Close();
        Assert.That(live.Finals, Has.Exactly(1).Items);
    }

    [Test]
    public void What_was_identified_outlives_a_swap_of_rules()
    {
        var live = new FlowWire(Counts(new WhereSpec((row, _) => row["count"].TryGetNumber(out var count) && count >= 2)));
        live.Identify("A", 10);
        live.Load(Counts(new WhereSpec((row, _) => row["count"].TryGetNumber(out var count) && count >= 2)));
        live.Identify("B", 20);
        Assert.That(live.States, Is.EqualTo([LiveRowState.Open]));
        live.Load(Counts(new WhereSpec((row, _) => row["count"].TryGetNumber(out var count) && count >= 2)));
        live.End("A", 30, 1).End("B", 40, 1);
        live.Run.Close();
        Assert.That(live.Finals, Is.EqualTo(["port=80 app=http count=2"]));
    }

    [Test]
    public void Whatever_is_told_meanwhile_one_window_gives_the_rows_of_a_batch()
    {
        string[] apps = ["http", "ssh", "smtp"];
        var random = new Random(11);
        foreach (var detector in new Func<FakeDetector<NetworkTraffic>>[] { () => Counts(), () => new(Identity, e => e.App is not "smtp"), () => new(Totals, e => e.Bytes % 3 != 0) })
        {
            var flows = Enumerable.Range(0, 200).Select(i => (Uid: $"F{i}", End: random.Next(1, 1000), Bytes: random.Next(1, 100), Tells: random.Next(0, 5), App: apps[random.Next(3)])).ToList();
            var batch = new DetectionRun([detector()], new());
            var input = batch.OpenInput();
            flows.ForEach(flow => input.OnModel(FlowWire.Event(flow.End, flow.Bytes, flow.App)));
            var expected = batch.Finish().Rows.Select(row => Some.Text(row.Row)).Order(StringComparer.Ordinal);

            var live = new FlowWire(detector());
            var tells = flows.SelectMany(flow => Enumerable.Range(0, flow.Tells).Select(n => (At: flow.End * (n + 1) / (flow.Tells + 1.0), flow, n)));
            foreach (var (at, flow, n) in tells.Concat(flows.Select(flow => (At: (double)flow.End, flow, n: -1))).OrderBy(item => item.At).ThenBy(item => item.n < 0))
            {
                var app = random.Next(4) == 0 ? apps[random.Next(3)] : flow.App;
                _ = n < 0 ? live.End(flow.Uid, flow.End, flow.Bytes, flow.App) : random.Next(2) == 0 ? live.Identify(flow.Uid, at, app) : live.Report(flow.Uid, at, random.Next(1, 100), app);
            }

            live.Run.Close();
            Assert.That(live.Finals.Order(StringComparer.Ordinal), Is.EqualTo(expected));
        }
    }

    private static FakeDetector<NetworkTraffic> Counts(params StageSpec[] further) =>
        new(Identity, _ => true, [Some.Stats("port app", Some.Function("count")), .. further]);
}
