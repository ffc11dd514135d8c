using System.Collections.Immutable;
using System.Diagnostics;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Live;
using DetectionKit.Engine.Lookups;
using DetectionKit.Engine.Running;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Live;

/// <summary>How long events wait while a window of many groups closes.</summary>
[Explicit("measures; prints what it finds")]
public sealed class ClosingTimeTests
{
    [TestCase(20_000)]
    [TestCase(200_000)]
    public void Events_wait_for_a_moment_while_a_window_closes(int groups)
    {
        var sink = new Counting();
        var run = new LiveRun(TimeSpan.FromSeconds(60), sink);
        var source = new SourceSpec.OfModel("Network_Traffic", "All_Traffic", [new("bytes", "bytes")], FeedPoint.FlowEnd);
        var detectors = Enumerable.Range(0, 3).Select(i => (IDetector)new FakeDetector<NetworkTraffic>(source, _ => true, Some.Stats("bytes", Some.Function("count"))) { Info = new($"d{i}", $"d{i}", 1, "TTP", []) });
        run.Load(new([.. detectors], LookupStore.Empty, ImmutableDictionary<string, string>.Empty));
        var input = run.OpenInput();
        for (var round = 0; round < 3; round++)
        {
            var longest = TimeSpan.Zero;
            run.Advance(Timestamp.FromSeconds((round * 60) + 1));
            for (var i = 0; i < groups; i++)
                input.OnModel(Event((round * 60) + 2, i));
            var all = Stopwatch.StartNew();
            Time(() => run.Advance(Timestamp.FromSeconds((round + 1) * 60)));
            for (var i = 0; i < 100_000; i++)
                Time(() => input.OnModel(Event((round * 60) + 60, 1)));
            run.Settle();
            TestContext.Out.WriteLine(FormattableString.Invariant($"{groups} groups x 3: closed after {all.ElapsedMilliseconds} ms, events waited {longest.TotalMilliseconds:0.0} ms at most; {sink.Rows} rows"));

            void Time(Action what)
            {
                var begin = Stopwatch.GetTimestamp();
                what();
                var took = Stopwatch.GetElapsedTime(begin);
                longest = took > longest ? took : longest;
            }
        }
    }

    private static NetworkTraffic Event(double time, int group) => new() { Time = Timestamp.FromSeconds(time), Bytes = group };

    private sealed class Counting : ILiveSink
    {
        public long Rows { get; private set; }

        public void OnRow(LiveRow row) => Rows++;

        public void OnNotice(RunNotice notice)
        {
        }
    }
}
