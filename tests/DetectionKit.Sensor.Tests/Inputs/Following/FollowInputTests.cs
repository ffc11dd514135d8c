using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Live;
using DetectionKit.Engine.Lookups;
using DetectionKit.Engine.Running;
using DetectionKit.Sensor.Inputs.Following;

namespace DetectionKit.Sensor.Tests.Inputs.Following;

public sealed class FollowInputTests
{
    private string _path = "";

    [SetUp]
    public void MakeFile() => _path = Path.Combine(Directory.CreateTempSubdirectory("dk-follow-").FullName, "app.log");

    [TearDown]
    public void RemoveFile() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [TestCase(10)]
    [TestCase(5000, TestName = "A_log_that_is_larger_than_its_head_is_read_once")]
    public void A_log_is_read_once(int lines)
    {
        Append(0, lines);
        Assert.That(Follow(null, lines, out _), Is.EqualTo(Numbers(0, lines)));
    }

    [TestCase(10)]
    [TestCase(5000)]
    public void What_was_read_in_a_window_that_is_over_is_not_read_again(int lines)
    {
        Append(0, lines);
        Follow(null, lines, out var position);
        Append(lines, 7);
        Assert.That(Follow(position! with { Windows = [] }, 7, out _), Is.EqualTo(Numbers(lines, 7)));
    }

    [Test]
    public void Files_that_are_rotated_one_after_the_other_are_all_read()
    {
        Append(0, 10);
        Follow(null, 10, out var position);
        Append(10, 5);
        File.Move(_path, _path + ".1");
        Append(15, 5);
        File.Move(_path, _path + ".2");
        Append(20, 5);
        Assert.That(Follow(position! with { Windows = [] }, 15, out _), Is.EqualTo(Numbers(10, 15)));
    }

    [Test]
    public void A_window_that_is_over_is_made_again()
    {
        Append(0, 10);
        Follow(null, 10, out var position);
        Append(10, 5);
        var (earlier, current) = (new Timestamp(3600 * Timestamp.NanosecondsPerSecond), new Timestamp(7200 * Timestamp.NanosecondsPerSecond));
        LogPositions known = new([position! with { Windows = [new(earlier.Nanoseconds, position!.Windows[0].Mark)] }], null, null);
        Assert.That(Replay(known, current), Is.EqualTo(Numbers(0, 10)));
        Assert.That(Replay(known with { Cut = earlier.Nanoseconds }, current), Is.Empty, "its rows were accepted as they stood");
        Assert.That(Replay(known, earlier), Is.EqualTo(Numbers(0, 10)), "it is open still");
    }

    [Test]
    public void A_window_whose_making_is_ended_early_is_not_whole()
    {
        Append(0, 10);
        Follow(null, 10, out var position);
        var run = Run(new Listener(), TimeSpan.Zero);
        var input = new FollowInput(_path, "app", run, Some.Silence);
        LogPositions known = new([position!], null, null);
        Assert.That(LogReplay.Run([input], known, run, default, Some.Silence, CancellationToken.None), Is.True);
        Assert.That(LogReplay.Run([input], known, run, default, Some.Silence, new CancellationToken(canceled: true)), Is.False);
    }

    [Test]
    public void Positions_are_read_as_they_were_written_and_hold_what_is_not_closed()
    {
        FileMark Mark(long offset) => new(new(1, ulong.MaxValue, 3, "ab"), offset);
        LogPositions positions = new([new(_path, Mark(9), [new(10, Mark(1)), new(20, Mark(5))])], null, 5);
        var later = positions.Ended(10, WindowEnd.Over).With(positions.Logs);
        Assert.That(later.Logs[0].Windows.Single().Window, Is.EqualTo(20));
        using var json = System.Text.Json.JsonDocument.Parse(later.Encode());
        var read = LogPositions.Decode(json.RootElement);
        Assert.That(read.Encode(), Is.EqualTo(later.Encode()));
        Assert.That((read.Closed, read.Cut, read.Of(_path)!.Read), Is.EqualTo((10L, 5L, Mark(9))));
    }

    private static IEnumerable<string> Numbers(int from, int count) => Enumerable.Range(from, count).Select(i => i.ToString(CultureInfo.InvariantCulture));

    private void Append(int from, int count) => File.AppendAllLines(_path, Numbers(from, count).Select(number => $$"""{"time":1700000000,"line":"{{number}}"}"""));

    private List<string> Replay(LogPositions known, Timestamp current)
    {
        var heard = new Listener();
        var run = Run(heard, TimeSpan.FromHours(1));
        var input = new FollowInput(_path, "app", run, Some.Silence);
        LogReplay.Resume([input], known, current, Some.Silence);
        LogReplay.Run([input], known, run, current, Some.Silence, CancellationToken.None);
        return heard.Lines;
    }

    private List<string> Follow(LogPosition? position, int until, out LogPosition? read)
    {
        var heard = new Listener();
        var input = new FollowInput(_path, "app", Run(heard, TimeSpan.Zero), Some.Silence);
        if (position is not null)
            input.Resume(position);
        using var ending = new CancellationTokenSource();
        var thread = new Thread(() => input.Run(ending.Token));
        thread.Start();
        for (var i = 0; i < 500 && heard.Count < until; i++)
            Thread.Sleep(10);
        Thread.Sleep(300);
        ending.Cancel();
        thread.Join();
        Assert.That(input.Problem, Is.Null);
        read = input.Position;
        return heard.Lines;
    }

    private static LiveRun Run(Listener listener, TimeSpan window)
    {
        var run = new LiveRun(window, listener);
        run.Load(new([listener], LookupStore.Empty, ImmutableDictionary<string, string>.Empty));
        return run;
    }

    private sealed class Listener : IDetector<RawEvent>, ILiveSink
    {
        private readonly List<string> _lines = [];

        public DetectorInfo Info { get; } = new("lines", "1", 1, "TTP", []);

        public SourceSpec Source { get; } = new SourceSpec.OfRaw(["app"], []);

        public ImmutableArray<StageSpec> Stages => [];

        public int Count
        {
            get
            {
                lock (_lines)
                    return _lines.Count;
            }
        }

        public List<string> Lines
        {
            get
            {
                lock (_lines)
                    return [.. _lines];
            }
        }

        public bool Match(in RawEvent e)
        {
            lock (_lines)
                _lines.Add(e["line"].ToText());
            return false;
        }

        public void OnRow(LiveRow row)
        {
        }

        public void OnNotice(RunNotice notice)
        {
        }
    }
}
