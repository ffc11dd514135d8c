using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Live;
using DetectionKit.Engine.Lookups;
using DetectionKit.Engine.Running;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Live;

/// <summary>A live run of one rule over flows that are told of while they go on, as a sensor's inputs tell of them. Each event is followed by 1.5 s without any.</summary>
internal sealed class FlowWire : ILiveSink
{
    private readonly LiveInput _input;
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public FlowWire(FakeDetector<NetworkTraffic> detector, int window = 0)
    {
        Run = new(TimeSpan.FromSeconds(window), this);
        Load(detector);
        _input = Run.OpenInput();
    }

    public LiveRun Run { get; }

    public List<LiveRow> Rows { get; } = [];

    public IEnumerable<LiveRowState> States => Rows.Select(row => row.State);

    public IEnumerable<string> Finals => Rows.Where(row => row.State == LiveRowState.Final).Select(row => Some.Text(row.Result.Row));

    public HashSet<string> Ids => [.. Rows.Select(row => row.Result.AlertId)];

    public static NetworkTraffic Event(double time, int bytes, string app = "http") => new() { Time = Timestamp.FromSeconds(time), DestPort = 80, Bytes = bytes, App = app };

    public void Load(FakeDetector<NetworkTraffic> detector, string mark = "same") =>
        Run.Load(new([detector], LookupStore.Empty, ImmutableDictionary<string, string>.Empty.Add(detector.Info.Id, mark)));

    /// <summary>The flow is identified.</summary>
    public FlowWire Identify(string uid, double time, string app = "http", double begin = 0) => Take(uid, time, 0, app, begin, time, flow => flow with { IsContinuing = true, IsIdentification = true });

    /// <summary>The flow, which goes on, is reported.</summary>
    public FlowWire Report(string uid, double time, int bytes, string app = "http", double begin = 0) => Take(uid, time, bytes, app, begin, time, flow => flow with { IsContinuing = true });

    /// <summary>The flow ends.</summary>
    public FlowWire End(string uid, double time, int bytes, string app = "http", double begin = 0, double? last = null) => Take(uid, time, bytes, app, begin, last ?? time, flow => flow);

    /// <summary>The flow ends, and no event tells of it.</summary>
    public FlowWire EndUntold(string uid, double time)
    {
        Run.Advance(Timestamp.FromSeconds(time));
        _input.Flow = Flow(uid, 0, time);
        _input.Flow = null;
        return this;
    }

    public void OnRow(LiveRow row) => Rows.Add(row);

    public void OnNotice(RunNotice notice) => Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{notice.Detection.Name}: {notice.Message}"));

    private FlowWire Take(string uid, double time, int bytes, string app, double begin, double last, Func<FlowReference, FlowReference> tell)
    {
        Run.Advance(Timestamp.FromSeconds(time));
        Run.Settle();
        _input.Flow = tell(Flow(uid, begin, last));
        _input.OnModel(Event(time, bytes, app));
        _input.Flow = null;
        if (_told.Contains(uid) || tell(Flow(uid, begin, last)).IsContinuing)
            _told.Add(uid);
        Run.Advance(Timestamp.FromSeconds(time + 1.5));
        return this;
    }

    private FlowReference Flow(string uid, double begin, double last) =>
        new(uid, default, 0, default, 0, 6, "1:", Timestamp.FromSeconds(begin), Timestamp.FromSeconds(last), null) { WasTold = _told.Contains(uid) };
}
