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
/// Safe for several threads. A window that is over closes beside the next one: events wait for neither its rows nor their sink.
/// </summary>
public sealed class LiveRun
{
    // What takes events, and what time it is. Held for moments alone.
    private readonly Lock _lock = new();
    private readonly RowGiver _giver;
    private readonly ClosingWindows _closing;
    private readonly TimeSpan _length;
    private readonly HashSet<IDetector> _setAside = new(ReferenceEqualityComparer.Instance);
    private LiveRules _rules = LiveRules.None;
    private LiveWindow _window = new(default);
    private DetectionRun _run;
    private IEventSink[] _inputs = [];
    private IReadOnlyDictionary<string, int>? _earlier;
    private Timestamp _earlierUntil;
    private Timestamp _now;
    private Timestamp _loaded;
    private Timestamp _lastLook;

    /// <summary>A run without rules.</summary>
    /// <param name="window">How long a window is; windows begin at multiples of it. Zero: the run is one window.</param>
    /// <param name="sink">Takes the rows.</param>
    public LiveRun(TimeSpan window, ILiveSink sink)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, TimeSpan.Zero);
        _length = window;
        _giver = new(sink);
        _closing = new(CloseOver);
        _run = Begin();
    }

    /// <summary>What the rules read between them; changes with the rules.</summary>
    public EventInterest Interest => Volatile.Read(ref _run).Interest;

    /// <summary>When the open window began.</summary>
    public Timestamp WindowStart => _window.Start;

    /// <summary>Windows that are over and not closed yet.</summary>
    public int WindowsClosing => _closing.Waiting;

    /// <summary>Windows that were shed: they were over while too many others waited to be closed.</summary>
    public long WindowsShed => _closing.Shed;

    /// <summary>Rows whose end was not given: of windows that were shed, too many to keep.</summary>
    public long EndsLost => _closing.EndsLost;

    /// <summary>Goes on where an earlier run ended: revisions of the windows that are opened first count from these.</summary>
    /// <param name="revisions">The revision in which each alert was given last, by its id.</param>
    /// <param name="until">Up to which time windows begin in which these may come again; the first window counts in any case.</param>
    public void Resume(IReadOnlyDictionary<string, int> revisions, Timestamp until = default)
    {
        lock (_lock)
        {
            (_earlier, _earlierUntil) = (revisions, until);
            _window = new(_window.Start, revisions);
        }
    }

    /// <summary>When the window of a time begins; 0: the window is the whole run.</summary>
    /// <param name="time">The time.</param>
    public Timestamp WindowOf(Timestamp time) => _length > TimeSpan.Zero ? StartOf(time) : default;

    /// <summary>Loads rules in place of those that are loaded. Events do not wait while what changed closes its window.</summary>
    /// <param name="rules">The rules.</param>
    public void Load(LiveRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Settle();
        _giver.Begin();
        try
        {
            var heirs = rules.HeirsOf(_rules);
            DetectionRun old;
            LiveWindow window;
            lock (_lock)
            {
                (old, window) = (_run, _window);
                (_rules, _loaded) = (rules, _now);
                _setAside.Clear();
                Use(old.Continue(rules.Detectors, Options(), heirs));
            }

            Close(old, window);
        }
        finally
        {
            _giver.End();
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

    /// <summary>
    /// Tells how far time is. Rows that hold by now are given, once for each second of time; a window that is over begins to close. Never waits: where windows take longer to
    /// close than they last, some are shed (<see cref="WindowEnd.Shed"/>) and counted.
    /// </summary>
    /// <param name="now">The time of packets.</param>
    public void Advance(Timestamp now)
    {
        ImmutableArray<ResultRow> rows;
        LiveWindow window;
        lock (_lock)
        {
            if (now <= _now)
                return;
            if (IsOver(now))
                BeginWindow(now);
            _now = now;
            _run.Observe(now);
            if (now.Nanoseconds - _lastLook.Nanoseconds < Timestamp.NanosecondsPerSecond || _closing.Waiting > 0 || !_giver.TryBegin())
                return;
            _lastLook = now;
            (rows, window) = (Look(_run), _window);
        }

        try
        {
            GiveFirst(rows, window);
        }
        finally
        {
            _giver.End();
        }
    }

    /// <summary>Waits until windows that are over have closed.</summary>
    public void Settle() => _closing.Settle();

    /// <summary>Closes the open window, at the end of all.</summary>
    /// <param name="isCut">Whether the run ends before its inputs do, so that a window whose time is not over is cut.</param>
    public void Close(bool isCut = false)
    {
        Settle();
        _giver.Begin();
        try
        {
            DetectionRun old;
            lock (_lock)
            {
                old = _run;
                NoteFailures(old);
                Use(Begin());
            }

            isCut &= _length > TimeSpan.Zero;
            Close(old, _window, isCut);
            _giver.Give(_window, isCut ? WindowEnd.Cut : WindowEnd.Over);
        }
        finally
        {
            _giver.End();
        }
    }

    internal void Replace(FlowReference flow)
    {
        lock (_lock)
            _run.Replace(flow);
    }

    internal void Take<TEvent>(int input, TEvent modelEvent, FlowReference? flow, bool replaces)
        where TEvent : ModelEvent
    {
        lock (_lock)
        {
            Prepare(flow, replaces);
            _inputs[input].OnModel(modelEvent);
        }
    }

    internal void Take(int input, RawEvent rawEvent, FlowReference? flow, bool replaces)
    {
        lock (_lock)
        {
            Prepare(flow, replaces);
            _inputs[input].OnRaw(rawEvent);
        }
    }

    private void Prepare(FlowReference? flow, bool replaces)
    {
        _run.Flow = flow;
        if (replaces)
            _run.Replace(flow!);
    }

    private bool IsOver(Timestamp now) => _length > TimeSpan.Zero && StartOf(now) > _window.Start;

    private Timestamp StartOf(Timestamp time)
    {
        var length = _length.Ticks * 100;
        return new(time.Nanoseconds - (time.Nanoseconds % length));
    }

    // Rows of the next window are given behind those of the one that is over.
    private void BeginWindow(Timestamp now)
    {
        var (old, window, isFirst) = (_run, _window, _now == default);
        NoteFailures(old);
        var start = StartOf(now);
        if (!isFirst && start > _earlierUntil)
            _earlier = null;
        _window = new(start, _earlier);
        Use(Begin());
        if (!isFirst || old.HasEvents)
            _closing.Add(old, window);
    }

    private void CloseOver(ClosingWindows.Item item)
    {
        _giver.Begin();
        try
        {
            if (item.Run is { } run)
                Close(run, item.Window);
            foreach (var row in item.Ends)
                _giver.Give(row, 2, LiveRowState.Final, item.Window, isCut: true);
            _giver.Give(item.Window, item.Run is null ? WindowEnd.Shed : WindowEnd.Over);
        }
        finally
        {
            _giver.End();
        }
    }

    private RunOptions Options() => new() { Lookups = _rules.Lookups, WindowStart = _window.Start, RulesSince = _loaded, Early = true };

    private DetectionRun Begin() => new(_rules.Detectors.Where(detector => !_setAside.Contains(detector)), Options());

    private void Use(DetectionRun run)
    {
        for (var i = 0; i < _inputs.Length; i++)
            _inputs[i] = run.OpenInput();
        Volatile.Write(ref _run, run);
    }

    private ImmutableArray<ResultRow> Look(DetectionRun run)
    {
        var rows = ImmutableArray.CreateBuilder<ResultRow>();
        foreach (var detector in run.Detectors)
            detector.Early(run.Now, rows);
        NoteFailures(run);
        return rows.ToImmutable();
    }

    private void GiveFirst(ImmutableArray<ResultRow> rows, LiveWindow window)
    {
        foreach (var row in rows)
            _giver.Give(row, 1, LiveRowState.Open, window);
    }

    // Of a run that takes no more events.
    private void Close(DetectionRun run, LiveWindow window, bool isCut = false)
    {
        GiveFirst(Look(run), window);
        var result = run.Finish();
        NoteFailures(run);
        foreach (var notice in result.Notices.Where(notice => notice.Kind != RunNoticeKind.Failed))
            _giver.Give(notice);
        var final = result.Rows.ToLookup(row => row.Detection.Id, StringComparer.Ordinal);
        foreach (var detector in run.Detectors)
        {
            var shown = detector.Shown.ToDictionary(StringComparer.Ordinal);
            foreach (var row in final[detector.Detector.Info.Id])
                _giver.Give(row, shown.Remove(row.AlertId) ? 2 : 1, LiveRowState.Final, window, isCut);
            if (detector.HasFailed)
                continue;
            foreach (var row in shown.Values)
                _giver.Give(row, 2, LiveRowState.Withdrawn, window, isCut);
        }
    }

    private void NoteFailures(DetectionRun run)
    {
        foreach (var detector in run.Detectors)
        {
            if (detector.TakeFailure() is { } failure && SetAside(detector.Detector, failure))
                _giver.Give(detector.NoticeOf(failure));
        }
    }

    // Whether that is news. A detector that is not loaded any more is not kept, or its image would stay.
    private bool SetAside(IDetector detector, Exception failure)
    {
        lock (_lock)
        {
            if (!_rules.Detectors.Contains(detector, ReferenceEqualityComparer.Instance))
                return true;
            foreach (var state in _run.Detectors.Where(state => ReferenceEquals(state.Detector, detector)))
                state.Fail(failure);
            return _setAside.Add(detector);
        }
    }
}
