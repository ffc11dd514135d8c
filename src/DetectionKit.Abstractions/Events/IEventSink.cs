using DetectionKit.Abstractions.Models;

namespace DetectionKit.Abstractions.Events;

/// <summary>Takes the events that a reader of captures or logs makes, in the order in which they are made (which is not the order of their times).</summary>
public interface IEventSink
{
    /// <summary>What is wanted; constant while the sink is in use.</summary>
    EventInterest Interest { get; }

    /// <summary>Takes one event of a data model.</summary>
    /// <typeparam name="TEvent">The model's event.</typeparam>
    /// <param name="modelEvent">The event; the sink may keep it.</param>
    void OnModel<TEvent>(TEvent modelEvent)
        where TEvent : ModelEvent;

    /// <summary>Takes one raw event.</summary>
    /// <param name="rawEvent">The event; the sink may keep it.</param>
    void OnRaw(RawEvent rawEvent);
}
