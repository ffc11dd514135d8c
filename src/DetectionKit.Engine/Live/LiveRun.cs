using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Live;

/// <summary>
/// Detectors over events that do not end, in windows one after the other. An event belongs to the window that is open when it comes, so none is
/// too late. A row is given as soon as it holds, where that does not wait for other rows, and again when its window closes. Rules can be changed at any time: those
/// that stay the same keep what they hold, the others close their window first. A detector that throws is set aside until rules are loaded anew.
/// Safe for several threads.
/// </summary>
public sealed class LiveRun
{
    private readonly Lock _lock = new();
    private readonly TimeSpan _length;
    private readonly ILiveSink _sink;
    private readonly HashSet<IDetector> _setAside = new(ReferenceEqualityComparer.Instance);
    // Revisions of rows whose detector closed within the window, since its rule changed: it may begin again.
    private readonly Dictionary<string, int> _closed = new(StringComparer.Ordinal);
    private LiveRules _rules = LiveRules.None;
    private DetectionRun _run;
    private IEventSink[] _inputs = [];
    private Timestamp _start;
    private Timestamp _now;
    private Timestamp _lastLook;

    /// <summary>A run without rules.</summary>
    /// <param name="window">How long a window is; windows begin at multiples of it. Zero: the run is one window.</param>
    /// <param name="sink">Takes the rows.</param>
    public LiveRun(TimeSpan window, ILiveSink sink)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, TimeSpan.Zero);
        _length = window;
        _sink = sink;
        _run = Begin();
    }

    /// <summary>What the rules read between them; changes with the rules.</summary>
    public EventInterest Interest => Volatile.Read(ref _run).Interest;

    /// <summary>When the open window began.</summary>
    public Timestamp WindowStart => _start;

    /// <summary>Loads rules in place of those that are loaded.</summary>
    /// <param name="rules">The rules.</param>
    public void Load(LiveRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        lock (_lock)
        {
            Look();
            var next = rules.Detectors.Where(detector => rules.Marks.ContainsKey(detector.Info.Id)).ToDictionary(detector => detector.Info.Id, StringComparer.Ordinal);
            var marks = _rules.Marks;
            var old = _run;
            _rules = rules;
            _setAside.Clear();
            Use(old.Continue(rules.Detectors, Options(), Heir));
            Close(old);

            IDetector? Heir(IDetector detector) =>
                marks.TryGetValue(detector.Info.Id, out var was) && rules.Marks.TryGetValue(detector.Info.Id, out var mark) && string.Equals(was, mark, StringComparison.Ordinal)
                    ? next.GetValueOrDefault(detector.Info.Id)
                    : null;
        }
    }

    /// <summary>Opens an input.</summary>
    public LiveInput OpenInput()
    {
        lock (_lock)
        {
            _inputs = [.. _inputs, _run.OpenInput()];
            return new LiveInput(this, _inputs.Length - 1);
        }
    }

    /// <summary>Tells how far time is. Rows that hold by now are given, once for each second of time; a window that is over is closed.</summary>
    /// <param name="now">The time of packets.</param>
    public void Advance(Timestamp now)
    {
        lock (_lock)
        {
            if (now <= _now)
                return;
            var first = _now == default;
            _now = now;
            if (_length > TimeSpan.Zero && StartOf(now) is var start && start > _start)
            {
                if (!first)
                    CloseWindow();
                _start = start;
                _closed.Clear();
                Use(Begin());
            }

            _run.Observe(now);
            if (now.Nanoseconds - _lastLook.Nanoseconds >= Timestamp.NanosecondsPerSecond)
                Look();
        }
    }

    /// <summary>Closes the open window, at the end of all.</summary>
    public void Close()
    {
        lock (_lock)
        {
            CloseWindow();
            Use(Begin());
        }
    }

    internal void Take<TEvent>(int input, TEvent modelEvent, FlowReference? flow)
        where TEvent : ModelEvent
    {
        lock (_lock)
        {
            _run.Flow = flow;
            _inputs[input].OnModel(modelEvent);
        }
    }

    internal void Take(int input, RawEvent rawEvent, FlowReference? flow)
    {
        lock (_lock)
        {
            _run.Flow = flow;
            _inputs[input].OnRaw(rawEvent);
        }
    }

    private RunOptions Options() => new() { Lookups = _rules.Lookups, WindowStart = _start, Early = true };

    private DetectionRun Begin() => new(_rules.Detectors.Where(detector => !_setAside.Contains(detector)), Options());

    private void Use(DetectionRun run)
    {
        for (var i = 0; i < _inputs.Length; i++)
            _inputs[i] = run.OpenInput();
        Volatile.Write(ref _run, run);
    }

    private Timestamp StartOf(Timestamp time)
    {
        var length = _length.Ticks * 100;
        return new(time.Nanoseconds - (time.Nanoseconds % length));
    }

    private void Look()
    {
        _lastLook = _now;
        var rows = ImmutableArray.CreateBuilder<ResultRow>();
        foreach (var detector in _run.Detectors)
        {
            detector.Early(_run.Now, rows);
            NoteFailure(detector);
        }

        foreach (var row in rows)
            Give(row, 1, LiveRowState.Open);
    }

    private void CloseWindow()
    {
        Look();
        Close(_run);
    }

    private void Close(DetectionRun run)
    {
        var result = run.Finish();
        foreach (var notice in result.Notices.Where(notice => notice.Kind != RunNoticeKind.Failed))
            _sink.OnNotice(notice);
        var final = result.Rows.ToLookup(row => row.Detection.Id, StringComparer.Ordinal);
        foreach (var detector in run.Detectors)
        {
            NoteFailure(detector);
            var shown = detector.Shown.ToDictionary(StringComparer.Ordinal);
            foreach (var row in final[detector.Detector.Info.Id])
                Give(row, shown.Remove(row.AlertId) ? 2 : 1, LiveRowState.Final);
            if (detector.HasFailed)
                continue;
            foreach (var row in shown.Values)
                Give(row, 2, LiveRowState.Withdrawn);
        }
    }

    private void Give(ResultRow row, int revision, LiveRowState state)
    {
        revision += _closed.GetValueOrDefault(row.AlertId);
        _sink.OnRow(new(row, _start, revision, state));
        if (state != LiveRowState.Open)
            _closed[row.AlertId] = revision;
    }

    private void NoteFailure(DetectorState detector)
    {
        if (detector.Failure is { } failure && _setAside.Add(detector.Detector))
            _sink.OnNotice(failure);
    }
}
