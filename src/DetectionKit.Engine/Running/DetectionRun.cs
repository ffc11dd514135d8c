using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Running;

/// <summary>
/// One run of detectors over the events of any number of inputs, as one window: open each input, let readers fill it, finish.
/// Inputs may be filled one after the other; rows do not depend on how events are spread over them, save for ties in time. For one thread.
/// </summary>
public sealed class DetectionRun
{
    private readonly ImmutableArray<DetectorState> _detectors;
    private readonly Dictionary<Type, object> _modelFeeds = [];
    private readonly RawFeed _rawFeed;
    private Timestamp? _last;
    private long _events;
    private int _inputs;

    /// <summary>A run without events so far.</summary>
    /// <param name="detectors">The detectors.</param>
    /// <param name="options">Lookups, zone and limits.</param>
    public DetectionRun(IEnumerable<IDetector> detectors, RunOptions options)
    {
        _detectors = [.. detectors.Select(detector => new DetectorState(detector, options))];
        _rawFeed = new(_detectors);
        Interest = InterestOf(_detectors.SelectMany(detector => detector.Pipelines).Select(state => state.Pipeline.Source));
    }

    /// <summary>What the detectors read between them.</summary>
    public EventInterest Interest { get; }

    /// <summary>Opens the next input. Its ordinal, which settles ties in time, is the number of inputs opened before.</summary>
    public IEventSink OpenInput() => new InputSink(this, _inputs++);

    /// <summary>Tells of time that passed without an event that is wanted here, so that now does not depend on which detectors run.</summary>
    /// <param name="time">A time in the input.</param>
    public void Observe(Timestamp time)
    {
        if (_last is not { } last || time > last)
            _last = time;
    }

    /// <summary>Ends the window: sorts what was kept, runs the stages, and gives every detector's rows. Call once.</summary>
    public RunResult Finish()
    {
        var now = _last ?? default;
        var rows = ImmutableArray.CreateBuilder<ResultRow>();
        var notices = ImmutableArray.CreateBuilder<RunNotice>();
        foreach (var detector in _detectors)
            detector.Finish(now, rows, notices);
        return new(rows.ToImmutable(), notices.ToImmutable(), now, _events);
    }

    /// <summary>What detectors that read these sources want between them.</summary>
    /// <param name="sources">The sources.</param>
    public static EventInterest InterestOf(IEnumerable<SourceSpec> sources)
    {
        var models = new HashSet<string>(StringComparer.Ordinal);
        var sourceTypes = new HashSet<string>(StringComparer.Ordinal);
        var anyRaw = false;
        foreach (var source in sources)
        {
            if (source is SourceSpec.OfModel model)
                models.Add(model.Model);
            if (source is not SourceSpec.OfRaw raw)
                continue;
            anyRaw |= raw.SourceTypes.IsDefaultOrEmpty;
            sourceTypes.UnionWith(raw.SourceTypes.IsDefault ? [] : raw.SourceTypes);
        }

        return new(models.ToFrozenSet(StringComparer.Ordinal), anyRaw ? null : sourceTypes.ToFrozenSet(StringComparer.Ordinal));
    }

    private ModelFeed<TEvent> FeedOf<TEvent>()
        where TEvent : ModelEvent
    {
        if (_modelFeeds.TryGetValue(typeof(TEvent), out var known))
            return (ModelFeed<TEvent>)known;
        var feed = new ModelFeed<TEvent>(_detectors);
        _modelFeeds.Add(typeof(TEvent), feed);
        return feed;
    }

    private sealed class InputSink(DetectionRun run, int input) : IEventSink
    {
        private long _sequence;

        public EventInterest Interest => run.Interest;

        public void OnModel<TEvent>(TEvent modelEvent)
            where TEvent : ModelEvent
        {
            run._events++;
            run.Observe(modelEvent.Time);
            run.FeedOf<TEvent>().Take(modelEvent, input, _sequence++);
        }

        public void OnRaw(RawEvent rawEvent)
        {
            run._events++;
            run.Observe(rawEvent.Time);
            run._rawFeed.Take(rawEvent, input, _sequence++);
        }
    }
}
