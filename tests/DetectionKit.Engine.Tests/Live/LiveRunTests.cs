using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Hosting;
using DetectionKit.Engine.Live;
using DetectionKit.Engine.Lookups;
using DetectionKit.Engine.Running;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Live;

public sealed class LiveRunTests
{
    private static readonly SourceSpec.OfModel Traffic = new("Network_Traffic", "All_Traffic", [new("dest_port", "port")], FeedPoint.FlowEnd);

    [Test]
    public void A_row_is_given_once_it_holds_and_again_at_the_close()
    {
        var live = new Listener(TimeSpan.FromSeconds(60), Rules(("a", "1", Counting())));
        live.Flow(1, 80).Tick(2).Flow(3, 80).Tick(4).Flow(5, 443).Tick(6);
        Assert.That(live.Take(), Is.EqualTo(["a port=80 count=1 r1 Open", "a port=443 count=1 r1 Open"]));
        live.Tick(61);
        Assert.That(live.Take(), Is.EqualTo(["a port=80 count=2 r2 Final", "a port=443 count=1 r2 Final"]));
        live.Flow(62, 80).Tick(120);
        Assert.That(live.Take(), Is.EqualTo(["a port=80 count=1 r1 Open", "a port=80 count=1 r2 Final"]));
    }

    [Test]
    public void A_group_is_given_once_its_condition_holds_and_withdrawn_where_it_holds_no_more()
    {
        var between = new WhereSpec((row, _) => row["count"].TryGetNumber(out var count) && count is 2 or 3);
        var live = new Listener(TimeSpan.FromSeconds(60), Rules(("a", "1", Counting(between))));
        live.Flow(1, 80).Tick(2);
        Assert.That(live.Take(), Is.Empty);
        live.Flow(3, 80).Tick(4).Flow(5, 80).Tick(6).Flow(7, 80).Tick(8);
        Assert.That(live.Take(), Is.EqualTo(["a port=80 count=2 r1 Open"]));
        live.Tick(60);
        Assert.That(live.Take(), Is.EqualTo(["a port=80 count=2 r2 Withdrawn"]));
    }

    [Test]
    public void What_depends_on_other_rows_waits_for_the_close()
    {
        var live = new Listener(TimeSpan.Zero, Rules(("a", "1", Counting(new SortSpec([new("count", true, SortComparison.Number)], 0), new HeadSpec(1, null, false)))));
        live.Flow(1, 80).Flow(2, 443).Flow(3, 443).Tick(10_000);
        Assert.That(live.Take(), Is.Empty);
        live.Run.Close();
        Assert.That(live.Take(), Is.EqualTo(["a port=443 count=2 r1 Final"]));
    }

    [Test]
    public void Events_that_are_rows_themselves_are_given_one_by_one()
    {
        var live = new Listener(TimeSpan.Zero, Rules(("a", "1", new FakeDetector<NetworkTraffic>(Traffic, e => e.DestPort != 80) { Info = Info("a") })));
        live.Flow(1, 22).Flow(2, 80).Tick(3).Flow(4, 22).Tick(5);
        Assert.That(live.Take(), Is.EqualTo(["a port=22 r1 Open", "a port=22 r1 Open"]));
        live.Run.Close();
        Assert.That(live.Take(), Is.EqualTo(["a port=22 r2 Final", "a port=22 r2 Final"]));
        Assert.That(live.Ids, Has.Count.EqualTo(2));
    }

    [Test]
    public void The_final_rows_of_one_window_are_those_of_a_batch()
    {
        var random = new Random(5);
        var flows = Enumerable.Range(0, 500).Select(i => Flow(i / 10.0, random.Next(1, 30))).ToList();
        var batch = new DetectionRun([Counting()], new());
        var input = batch.OpenInput();
        flows.ForEach(flow => input.OnModel(flow));
        var expected = batch.Finish().Rows.Select(row => $"{row.AlertId} {Some.Text(row.Row)}").ToList();

        var live = new Listener(TimeSpan.Zero, Rules(("a", "1", Counting())));
        flows.ForEach(flow => live.Take(flow).Run.Advance(flow.Time));
        live.Run.Close();
        Assert.That(live.Rows.Where(row => row.State == LiveRowState.Final).Select(row => $"{row.Result.AlertId} {Some.Text(row.Result.Row)}"), Is.EqualTo(expected));
    }

    [Test]
    public void A_rule_that_stays_the_same_keeps_its_groups_through_a_swap_and_a_changed_one_closes_first()
    {
        var live = new Listener(TimeSpan.FromSeconds(60), Rules(("a", "1", Counting()), ("b", "1", Counting())));
        live.Flow(1, 80).Tick(2);
        Assert.That(live.Take(), Is.EqualTo(["a port=80 count=1 r1 Open", "b port=80 count=1 r1 Open"]));
        live.Run.Load(Rules(("a", "1", Counting()), ("b", "2", Counting()), ("c", "1", Counting())));
        Assert.That(live.Take(), Is.EqualTo(["b port=80 count=1 r2 Final"]));
        live.Flow(3, 80).Tick(60);
        Assert.That(live.Take(), Is.EquivalentTo(["b port=80 count=1 r3 Open", "c port=80 count=1 r1 Open", "a port=80 count=2 r2 Final", "b port=80 count=1 r4 Final", "c port=80 count=1 r2 Final"]));
    }

    [Test]
    public void No_row_is_lost_or_doubled_by_swaps()
    {
        var live = new Listener(TimeSpan.FromSeconds(60), Rules(("a", "1", Counting())));
        for (var i = 0; i < 300; i++)
        {
            live.Flow(i, i % 7);
            if (i % 3 == 0)
                live.Run.Load(Rules(("a", "1", Counting())));
            live.Tick(i + 0.5);
        }

        live.Run.Close();
        Assert.That(live.Rows.Select(row => (row.Result.AlertId, row.Revision)), Is.Unique);
        Assert.That(live.Rows.Where(row => row.State == LiveRowState.Final).Sum(row => row.Result.Row["count"].TryGetInteger(out var count) ? count : 0), Is.EqualTo(300));
    }

    [Test]
    public void A_detector_that_throws_is_set_aside_once_and_tried_again_when_rules_are_loaded()
    {
        var bad = new FakeDetector<NetworkTraffic>(Traffic, e => e.DestPort == 22 ? throw new InvalidOperationException("no") : true, Some.Stats("port", Some.Function("count"))) { Info = Info("bad") };
        var live = new Listener(TimeSpan.FromSeconds(60), Rules(("a", "1", Counting()), ("bad", "1", bad)));
        live.Flow(1, 22).Tick(2).Flow(3, 80).Tick(61).Flow(62, 80).Tick(121);
        Assert.That(live.Notices, Is.EqualTo(["bad: set aside: InvalidOperationException: no"]));
        Assert.That(live.Take().Where(text => text.StartsWith("bad", StringComparison.Ordinal)), Is.Empty);
        live.Run.Load(Rules(("bad", "1", bad)));
        live.Flow(122, 80).Tick(124);
        Assert.That(live.Take(), Does.Contain("bad port=80 count=1 r1 Open"));
    }

    [Test]
    public void A_row_names_the_flows_behind_it()
    {
        var live = new Listener(TimeSpan.Zero, Rules(("a", "1", Counting())));
        for (var i = 0; i < 20; i++)
        {
            live.Input.Flow = new($"C{i % 12}", default, 0, default, 0, 6, "1:", default, default, null);
            live.Flow(i, 80);
        }

        live.Run.Close();
        var trail = live.Rows[^1].Result.Row.Origin.Flows!;
        Assert.That(trail.Flows.Select(flow => flow.Uid), Is.EqualTo(Enumerable.Range(0, 8).Select(i => $"C{i}")));
        Assert.That(trail.IsCut);
    }

    [Test]
    public void Revisions_go_on_behind_those_of_an_earlier_run_in_its_window_alone()
    {
        var first = new Listener(TimeSpan.FromSeconds(60), Rules(("a", "1", Counting())));
        first.Tick(60).Flow(61, 80).Tick(62);
        var id = first.Ids.Single();
        var live = new Listener(TimeSpan.FromSeconds(60), Rules(("a", "1", Counting())));
        live.Run.Resume(new Dictionary<string, int>(StringComparer.Ordinal) { [id] = 4 });
        live.Tick(63).Flow(64, 80).Tick(65);
        Assert.That(live.Ids.Single(), Is.EqualTo(id));
        live.Tick(120).Flow(121, 80).Tick(123);
        Assert.That(live.Take(), Is.EqualTo(["a port=80 count=1 r5 Open", "a port=80 count=1 r6 Final", "a port=80 count=1 r1 Open"]));
    }

    [Test]
    public void What_comes_before_time_is_told_is_not_lost()
    {
        var live = new Listener(TimeSpan.FromSeconds(60), Rules(("a", "1", Counting())));
        live.Flow(1000, 80).Tick(1001);
        Assert.That(live.Take(), Is.EqualTo(["a port=80 count=1 r1 Open", "a port=80 count=1 r2 Final"]));
    }

    [Test]
    public void Windows_that_are_over_while_too_many_wait_are_shed_and_what_they_gave_ends_as_it_was()
    {
        using var gate = new ManualResetEventSlim(initialState: true);
        var live = new Listener(TimeSpan.FromSeconds(60), Rules(("a", "1", Counting()))) { Gate = gate };
        live.Flow(1, 80).Tick(2);
        gate.Reset();
        for (var window = 1; window <= 8; window++)
        {
            live.Run.Advance(Timestamp.FromSeconds(window * 60));
            live.Flow((window * 60) + 1, 80 + window);
        }

        Assert.That((live.Run.WindowsClosing, live.Run.WindowsShed), Is.EqualTo((8, 4L)));
        gate.Set();
        live.Run.Settle();
        live.Run.Close(isCut: true);
        Assert.That(live.Take(), Is.EqualTo([
            "a port=80 count=1 r1 Open", "a port=80 count=1 r2 Final",
            .. Enumerable.Range(81, 3).SelectMany(port => new[] { $"a port={port} count=1 r1 Open", $"a port={port} count=1 r2 Final" }),
            "a port=88 count=1 r1 Open", "a port=88 count=1 r2 Final"]));
        Assert.That(live.Rows[^1].IsCut, Is.True);
        Assert.That(live.Ends, Is.EqualTo(["0 Over", "60 Over", "120 Over", "180 Over", "240 Shed", "300 Shed", "360 Shed", "420 Shed", "480 Cut"]));
    }

    [Test]
    public void A_window_that_is_shed_keeps_the_rows_that_it_gave()
    {
        using var gate = new ManualResetEventSlim();
        var closed = new List<string>();
        var windows = new ClosingWindows(item =>
        {
            gate.Wait();
            closed.Add($"{(item.Run is null ? "shed" : "whole")} {item.Ends.Length}");
        });
        var run = new DetectionRun([Counting()], new() { Early = true });
        run.OpenInput().OnModel(Flow(1, 80));
        run.Detectors[0].Early(Timestamp.FromSeconds(2), ImmutableArray.CreateBuilder<ResultRow>());
        for (var i = 0; i < 6; i++)
            windows.Add(run, new(Timestamp.FromSeconds(i)));
        Assert.That((windows.Waiting, windows.Shed, windows.EndsLost), Is.EqualTo((6, 2L, 0L)));
        gate.Set();
        windows.Settle();
        Assert.That(closed, Is.EqualTo(["whole 0", "whole 0", "whole 0", "whole 0", "shed 1", "shed 1"]));
    }

    [Test]
    public void Events_go_on_while_a_window_closes_and_a_sink_waits()
    {
        using var gate = new ManualResetEventSlim();
        var live = new Listener(TimeSpan.FromSeconds(60), Rules(("a", "1", Counting()))) { Gate = gate };
        live.Flow(1, 80);
        live.Run.Advance(Timestamp.FromSeconds(61));
        for (var i = 62; i < 70; i++)
        {
            live.Flow(i, 443);
            live.Run.Advance(Timestamp.FromSeconds(i));
        }

        Assert.That(live.Rows, Is.Empty);
        gate.Set();
        live.Run.Settle();
        live.Tick(71);
        Assert.That(live.Take(), Is.EqualTo(["a port=80 count=1 r1 Open", "a port=80 count=1 r2 Final", "a port=443 count=8 r1 Open"]), "rows of the next window come behind");
    }

    [Test]
    public void A_detector_that_throws_at_the_close_is_set_aside_once()
    {
        var bad = Counting(new WhereSpec((_, _) => throw new InvalidOperationException("no")), new SortSpec([new("count", true, SortComparison.Number)], 0));
        var live = new Listener(TimeSpan.FromSeconds(60), Rules(("bad", "1", bad), ("a", "1", Counting())));
        live.Flow(1, 80).Tick(61).Flow(62, 80).Tick(121).Flow(122, 80).Tick(181);
        Assert.That(live.Notices, Is.EqualTo(["bad: set aside: InvalidOperationException: no"]));
        live.Run.Load(Rules(("a", "1", Counting())));
        live.Tick(241);
        Assert.That(live.Notices, Has.Count.EqualTo(1));
    }

    [Test]
    public void Images_that_were_swapped_out_really_go()
    {
        var live = new Listener(TimeSpan.FromSeconds(3600), LiveRules.None);
        var image = Images.Compile(Images.Detector);
        var gone = Enumerable.Range(0, 100).Select(i => Swap(live, image, i)).ToList();
        Swap(live, image, 100);
        live.Tick(200);
        for (var i = 0; i < 20 && gone.Exists(weak => weak.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(gone.Count(weak => weak.IsAlive), Is.Zero);
        live.Run.Close();
        Assert.That(live.Take()[^1], Is.EqualTo("Everything count=101 r2 Final"), "what the first image counted is still there");
    }

    [Test]
    public async Task What_comes_on_several_threads_while_rules_are_swapped_all_counts()
    {
        const int each = 20_000;
        var live = new Listener(TimeSpan.Zero, Rules(("a", "same", Counting())));
        var feeds = Enumerable.Range(0, 2).Select(_ => live.Run.OpenInput()).Select(input => Task.Run(() =>
        {
            for (var i = 0; i < each; i++)
            {
                input.OnModel(Flow(100, 80));
                live.Run.Advance(Timestamp.FromSeconds(100 + (i / 1000.0)));
            }
        })).ToArray();
        var swaps = 0;
        for (; swaps < 100 || !Array.TrueForAll(feeds, feed => feed.IsCompleted); swaps++)
            live.Run.Load(Rules(("a", "same", Counting())));
        await Task.WhenAll(feeds);
        live.Run.Close();
        Assert.That(live.Take()[^1], Does.Contain(FormattableString.Invariant($"count={2 * each}")));
    }

    [Test]
    public void Rules_of_which_no_run_can_begin_are_told_before_they_are_loaded()
    {
        Assert.That(Rules(("a", "1", Counting())).Problem(), Is.Null);
        Assert.That(Rules(("a", "1", Counting()), ("b", "1", new(Traffic, _ => true, [new AggregateSpec(default, default, null, null)]))).Problem(), Does.StartWith("no run of its detectors can begin: "));
        Assert.That((LiveRules.None with { Detectors = [.. Rules(("a", "1", Counting())).Detectors, .. Rules(("a", "2", Counting())).Detectors] }).Problem(), Is.EqualTo("2 detectors have the id a"));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Swap(Listener live, byte[] image, int time)
    {
        var host = DetectorHost.Load(image).Host!;
        var weak = host.Lifetime;
        Assert.That(host.Warm(), Is.Null);
        live.Run.Load(new(host.Detectors, LookupStore.Empty, ImmutableDictionary<string, string>.Empty.Add(host.Detectors[0].Info.Id, "same")));
        live.Flow(time, 80);
        host.Dispose();
        return weak;
    }

    private static FakeDetector<NetworkTraffic> Counting(params StageSpec[] further) => new(Traffic, _ => true, [Some.Stats("port", Some.Function("count")), .. further]) { Info = Info("a") };

    private static DetectorInfo Info(string id) => new(id, id, 1, "TTP", []);

    private static LiveRules Rules(params (string Id, string Mark, FakeDetector<NetworkTraffic> Detector)[] rules) => new(
        [.. rules.Select(rule => new FakeDetector<NetworkTraffic>(rule.Detector.Source, e => rule.Detector.Match(in e), [.. rule.Detector.Stages]) { Info = Info(rule.Id) })],
        LookupStore.Empty,
        rules.ToImmutableDictionary(rule => rule.Id, rule => rule.Mark, StringComparer.Ordinal));

    private static NetworkTraffic Flow(double time, int port) => new() { Time = Timestamp.FromSeconds(time), DestPort = port };

    private sealed class Listener : ILiveSink
    {
        private int _taken;

        public Listener(TimeSpan window, LiveRules rules)
        {
            Run = new LiveRun(window, this);
            Run.Load(rules);
            Input = Run.OpenInput();
        }

        public LiveRun Run { get; }

        public LiveInput Input { get; }

        public List<LiveRow> Rows { get; } = [];

        public List<string> Notices { get; } = [];

        public HashSet<string> Ids => [.. Rows.Select(row => row.Result.AlertId)];

        public ManualResetEventSlim? Gate { get; init; }

        public void OnRow(LiveRow row)
        {
            Gate?.Wait();
            Rows.Add(row);
        }

        public List<string> Ends { get; } = [];

        public void OnClosed(Timestamp window, WindowEnd end) => Ends.Add(string.Create(CultureInfo.InvariantCulture, $"{window.Nanoseconds / Timestamp.NanosecondsPerSecond} {end}"));

        public void OnNotice(RunNotice notice) => Notices.Add($"{notice.Detection.Name}: {notice.Message}");

        public Listener Flow(double time, int port) => Take(LiveRunTests.Flow(time, port));

        public Listener Take(NetworkTraffic flow)
        {
            Input.OnModel(flow);
            return this;
        }

        public Listener Tick(double time)
        {
            Run.Advance(Timestamp.FromSeconds(time));
            Run.Settle();
            return this;
        }

        public string[] Take()
        {
            var rows = Rows.Skip(_taken).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Result.Detection.Id switch { "00000000-0000-4000-8000-000000000002" => "Everything", var id => id }} {Some.Text(row.Result.Row)} r{row.Revision} {row.State}")).ToArray();
            _taken = Rows.Count;
            return rows;
        }
    }
}
