using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Running;

public sealed class DetectionRunTests
{
    private static readonly SourceSpec.OfModel Traffic = new("Network_Traffic", "All_Traffic", [new("app", "All_Traffic.app"), new("dest_port", "All_Traffic.dest_port"), new("_time", "_time")], FeedPoint.FlowEnd);
    private static readonly SourceSpec.OfRaw Weird = new(["detectionkit:weird"], null);

    [Test]
    public void A_model_detector_groups_the_flows_that_match()
    {
        var detector = new FakeDetector<NetworkTraffic>(
            Traffic,
            e => e.App is "http" && e.DestPort != 80,
            Some.Stats("All_Traffic.dest_port", Some.Function("count")),
            new RenameSpec([new("All_Traffic.*", "*")]));
        var result = Run([detector], run => run.OpenInput(), Flow(1, "http", 80), Flow(2, "http", 8088), Flow(5, "http", 8088), Flow(9, "ssl", 8088));
        Assert.That(Some.Text(result.Rows.Select(row => row.Row)), Is.EqualTo(["dest_port=8088 count=2"]));
        Assert.That(result.Rows[0].Time, Is.EqualTo(Timestamp.FromSeconds(5)));
        Assert.That(result.Now, Is.EqualTo(Timestamp.FromSeconds(9)));
    }

    [Test]
    public void A_raw_search_gives_the_newest_event_first_and_settles_ties_by_input_and_sequence()
    {
        var detector = new FakeDetector<RawEvent>(Weird, _ => true, new TableSpec(["n"]));
        var run = new DetectionRun([detector], new());
        var first = run.OpenInput();
        var second = run.OpenInput();
        second.OnRaw(Raw(5, ("n", "c")));
        first.OnRaw(Raw(5, ("n", "a")));
        first.OnRaw(Raw(5, ("n", "b")));
        first.OnRaw(Raw(9, ("n", "d")));
        first.OnRaw(Raw(1, ("n", "e")));
        Assert.That(Some.Text(run.Finish().Rows.Select(row => row.Row)), Is.EqualTo(["n=d", "n=c", "n=b", "n=a", "n=e"]));
    }

    [Test]
    public void A_raw_event_of_another_source_type_is_not_seen()
    {
        var detector = new FakeDetector<RawEvent>(new SourceSpec.OfRaw(["zeek"], null), _ => true);
        var run = new DetectionRun([detector], new());
        run.OpenInput().OnRaw(Raw(1));
        Assert.That(run.Finish().Rows, Is.Empty);
    }

    [Test]
    public void A_source_types_case_does_not_matter()
    {
        var detector = new FakeDetector<RawEvent>(new SourceSpec.OfRaw(["DetectionKit:WEIRD"], null), _ => true);
        var run = new DetectionRun([detector], new());
        Assert.That(run.Interest.WantsRaw("detectionkit:weird"));
        run.OpenInput().OnRaw(Raw(1));
        Assert.That(run.Finish().Rows, Has.Length.EqualTo(1));
    }

    [Test]
    public void Stats_without_by_over_no_event_is_one_row()
    {
        var detector = new FakeDetector<RawEvent>(Weird, _ => true, Some.Stats("", Some.Function("count")));
        Assert.That(Some.Text(new DetectionRun([detector], new()).Finish().Rows.Select(row => row.Row)), Is.EqualTo(["count=0"]));
    }

    [Test]
    public void A_detector_that_throws_is_set_aside_and_the_others_go_on()
    {
        var bad = new FakeDetector<NetworkTraffic>(Traffic, _ => throw new InvalidOperationException("no")) { Info = Some.Info("Bad") };
        var worse = new FakeDetector<NetworkTraffic>(Traffic, _ => true, new WhereSpec((_, _) => throw new InvalidOperationException("late"))) { Info = Some.Info("Worse") };
        var good = new FakeDetector<NetworkTraffic>(Traffic, _ => true, Some.Stats("", Some.Function("count"))) { Info = Some.Info("Good") };
        var result = Run([bad, worse, good], run => run.OpenInput(), Flow(1, "http", 80));
        Assert.That(result.Rows.Select(row => row.Detection.Name), Is.EqualTo(["Good"]));
        Assert.That(result.Notices.Select(notice => $"{notice.Detection.Name} {notice.Kind} {notice.Message}"), Is.EqualTo(
            ["Bad Failed set aside: InvalidOperationException: no", "Worse Failed set aside: InvalidOperationException: late"]));
    }

    [Test]
    public void A_limit_that_is_reached_is_reported_with_what_was_left_out()
    {
        var detector = new FakeDetector<NetworkTraffic>(Traffic, _ => true, Some.Stats("All_Traffic.dest_port", Some.Function("count")));
        var run = new DetectionRun([detector], new() { Limits = new(10, 2, 10) });
        var input = run.OpenInput();
        for (var port = 1; port <= 5; port++)
            input.OnModel(Flow(port, "http", port));
        var result = run.Finish();
        Assert.That(result.Rows, Has.Length.EqualTo(2));
        Assert.That(result.Notices.Single().Message, Is.EqualTo("more than 2 groups: 3 contributions left out"));
    }

    [Test]
    public void An_aggregate_that_asks_for_now_waits_for_the_last_event()
    {
        var recent = new AggregateFunction("count", (row, run) => row["_time"].TryGetNumber(out var t) && t > run.Now.Seconds - 10 ? Value.Of(1) : Value.Null, "recent");
        var detector = new FakeDetector<NetworkTraffic>(Traffic, _ => true, new AggregateSpec([], [recent], null, null));
        var result = Run([detector], run => run.OpenInput(), Flow(100, "http", 80), Flow(95, "http", 80), Flow(5, "http", 80));
        Assert.That(Some.Text(result.Rows.Select(row => row.Row)), Is.EqualTo(["recent=2"]));
    }

    [Test]
    public void Bounds_are_taken_from_the_last_event()
    {
        var detector = new FakeDetector<NetworkTraffic>(Traffic with { Earliest = "-10s", Latest = "now" }, _ => true, new TableSpec(["_time"]));
        var result = Run([detector], run => run.OpenInput(), Flow(100, "http", 80), Flow(90, "http", 80), Flow(89, "http", 80));
        Assert.That(Some.Text(result.Rows.Select(row => row.Row)), Is.EqualTo(["_time=100", "_time=90"]));
    }

    [Test]
    public void Interest_is_what_the_detectors_read()
    {
        var interest = new DetectionRun([new FakeDetector<NetworkTraffic>(Traffic, _ => true), new FakeDetector<RawEvent>(Weird, _ => true)], new()).Interest;
        Assert.That(interest.WantsModel("Network_Traffic") && interest.WantsRaw("detectionkit:weird"));
        Assert.That(interest.WantsModel("Web") || interest.WantsRaw("zeek"), Is.False);
    }

    [Test]
    public void Alert_ids_name_the_group_not_its_numbers()
    {
        var detector = new FakeDetector<NetworkTraffic>(Traffic, _ => true, Some.Stats("All_Traffic.app", Some.Function("count")));
        var one = Run([detector], run => run.OpenInput(), Flow(1, "http", 80), Flow(2, "ssl", 80));
        var two = Run([detector], run => run.OpenInput(), Flow(1, "http", 80), Flow(3, "http", 80));
        Assert.That(two.Rows[0].AlertId, Is.EqualTo(one.Rows[0].AlertId));
        Assert.That(one.Rows[1].AlertId, Is.Not.EqualTo(one.Rows[0].AlertId));
    }

    private static RunResult Run(IDetector[] detectors, Func<DetectionRun, IEventSink> open, params NetworkTraffic[] flows)
    {
        var run = new DetectionRun(detectors, new());
        var input = open(run);
        foreach (var flow in flows)
            input.OnModel(flow);
        return run.Finish();
    }

    private static NetworkTraffic Flow(double time, string app, int port) => new() { Time = Timestamp.FromSeconds(time), App = app, DestPort = port };

    private static RawEvent Raw(double time, params (string Name, string Value)[] fields)
    {
        var raw = new RawEvent(Timestamp.FromSeconds(time), "detectionkit:weird", "test");
        foreach (var (name, value) in fields)
            raw.Add(name, Value.Of(value));
        return raw;
    }
}
