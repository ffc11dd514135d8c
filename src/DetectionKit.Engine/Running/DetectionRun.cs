using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Running;

/// <summary>
/// One run of detectors over the events of any number of inputs, as one window: open each input, let readers fill it, finish.
/// Inputs may be filled one after the other; rows do not depend on how events are spread over them, save for ties in time. For one thread.
/// </summary>
public sealed class DetectionRun
{
    private ImmutableArray<DetectorState> _detectors;
    private readonly Dictionary<Type, object> _modelFeeds = [];
    private readonly RawFeed _rawFeed;
    private readonly ToldFlows _told = new();
    private readonly IEntityDirectory? _entities;
    private Timestamp? _last;
    private long _events;
    private int _inputs;

    /// <summary>A run without events so far.</summary>
    /// <param name="detectors">The detectors.</param>
    /// <param name="options">Lookups, zone and limits.</param>
    public DetectionRun(IEnumerable<IDetector> detectors, RunOptions options)
        : this(detectors, options, _ => null)
    {
    }

    private DetectionRun(IEnumerable<IDetector> detectors, RunOptions options, Func<IDetector, DetectorState?> earlier)
    {
        _detectors = [.. detectors.Select(detector => new DetectorState(detector, options, earlier(detector)))];
        _rawFeed = new(_detectors);
        foreach (var pipeline in _detectors.SelectMany(detector => detector.Pipelines))
            pipeline.Report(_told);
        _entities = options.Lookups.Entities;
        Interest = InterestOf(_detectors.SelectMany(detector => detector.Pipelines).Select(state => state.Pipeline.Source));
    }

    /// <summary>What the detectors read between them.</summary>
    public EventInterest Interest { get; }

    /// <summary>The flow that the events handed over come from, for the rows that they lead to; null: none is known.</summary>
    public FlowReference? Flow { get; set; }

    internal ImmutableArray<DetectorState> Detectors => _detectors;

    internal bool HasEvents => _events > 0;

    internal Timestamp Now => _last ?? default;

    /// <summary>
    /// Goes on, in the same window, with detectors of another image. Those whose rule did not change go on with what they hold; what is left
    /// here are the detectors that are gone or changed, to be finished.
    /// </summary>
    /// <param name="detectors">The detectors.</param>
    /// <param name="options">Lookups, zone, limits and window.</param>
    /// <param name="heir">Which detector goes on for one of these; null: none does.</param>
    internal DetectionRun Continue(IReadOnlyCollection<IDetector> detectors, RunOptions options, Func<IDetector, IDetector?> heir)
    {
        var earlier = new Dictionary<IDetector, DetectorState>(ReferenceEqualityComparer.Instance);
        foreach (var state in _detectors)
        {
            if (!state.HasFailed && heir(state.Detector) is { } next)
                earlier.TryAdd(next, state);
        }

        var run = new DetectionRun(detectors, options, detector => earlier.GetValueOrDefault(detector)) { _last = _last };
        _detectors = [.. _detectors.Where(state => !earlier.ContainsValue(state))];
        return run;
    }

    /// <summary>Opens the next input. Its ordinal, which settles ties in time, is the number of inputs opened before.</summary>
    public IEventSink OpenInput() => new InputSink(this, _inputs++);

    /// <summary>Tells of time that passed without an event that is wanted here, so that now does not depend on which detectors run.</summary>
    /// <param name="time">A time in the input.</param>
    public void Observe(Timestamp time)
    {
        if (_last is not { } last || time > last)
            _last = time;
    }

    /// <summary>Takes back what a flow has led to while it went on: what is told now stands in that place.</summary>
    /// <param name="flow">The flow, as it is told now.</param>
    internal void Replace(FlowReference flow) => _told.Replace(flow);

    /// <summary>Makes ready what the first event of each model would have to wait for.</summary>
    internal void Warm()
    {
        foreach (var type in ModelCatalogue.All.Where(model => Interest.WantsModel(model.Name)).Select(model => model.EventType).Distinct())
            _modelFeeds.TryAdd(type, Activator.CreateInstance(typeof(ModelFeed<>).MakeGenericType(type), _detectors)!);
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
        var sourceTypes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var anyRaw = false;
        var readers = sources.ToImmutableArray();
        foreach (var source in readers)
        {
            if (source is SourceSpec.OfModel model)
                models.Add(model.Model);
            if (source is not SourceSpec.OfRaw raw)
                continue;
            anyRaw |= raw.SourceTypes.IsDefaultOrEmpty;
            sourceTypes.UnionWith(raw.SourceTypes.IsDefault ? [] : raw.SourceTypes);
        }

        return new(models.ToFrozenSet(StringComparer.Ordinal), anyRaw ? null : sourceTypes.ToFrozenSet(StringComparer.OrdinalIgnoreCase)) { Readers = readers };
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
            modelEvent.Entities = run._entities;
            run.FeedOf<TEvent>().Take(modelEvent, new(modelEvent.Time, input, _sequence++, Flows: FlowTrail.Of(run.Flow)), run.Flow is { IsIdentification: true });
        }

        public void OnRaw(RawEvent rawEvent)
        {
            run._events++;
            run.Observe(rawEvent.Time);
            run._rawFeed.Take(rawEvent, new(rawEvent.Time, input, _sequence++, Flows: FlowTrail.Of(run.Flow)));
        }
    }
}
