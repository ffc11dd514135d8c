using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;

namespace DetectionKit.Testing.Replay;

/// <summary>Keeps an input's events in memory, to be played again without reading the input. Bounded: past the limit it keeps nothing.</summary>
/// <param name="limit">How many events are kept at most.</param>
public sealed class EventTape(int limit) : IEventSink
{
    private readonly List<Entry> _entries = [];

    /// <inheritdoc/>
    public EventInterest Interest => EventInterest.All;

    /// <summary>Whether there were more events than are kept; then it cannot be played.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>How many events are kept.</summary>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public void OnModel<TEvent>(TEvent modelEvent)
        where TEvent : ModelEvent => Keep(new ModelEntry<TEvent>(modelEvent));

    /// <inheritdoc/>
    public void OnRaw(RawEvent rawEvent) => Keep(new RawEntry(rawEvent));

    /// <summary>Gives the events again, in their order, as far as they are wanted.</summary>
    /// <param name="sink">Takes them.</param>
    public void Play(IEventSink sink)
    {
        if (Overflowed)
            throw new InvalidOperationException("An overflowed tape holds nothing.");
        foreach (var entry in _entries)
            entry.Give(sink);
    }

    private void Keep(Entry entry)
    {
        if (Overflowed)
            return;
        if (_entries.Count < limit)
        {
            _entries.Add(entry);
            return;
        }

        Overflowed = true;
        _entries.Clear();
    }

    private abstract class Entry
    {
        public abstract void Give(IEventSink sink);
    }

    private sealed class ModelEntry<TEvent>(TEvent modelEvent) : Entry
        where TEvent : ModelEvent
    {
        private static readonly string Model = DataModelOf();

        public override void Give(IEventSink sink)
        {
            if (sink.Interest.WantsModel(Model))
                sink.OnModel(modelEvent);
        }

        private static string DataModelOf() =>
            ModelCatalogue.All.FirstOrDefault(model => model.EventType == typeof(TEvent))?.Name ?? typeof(TEvent).Name;
    }

    private sealed class RawEntry(RawEvent rawEvent) : Entry
    {
        public override void Give(IEventSink sink)
        {
            if (sink.Interest.WantsRaw(rawEvent.SourceType))
                sink.OnRaw(rawEvent);
        }
    }
}
