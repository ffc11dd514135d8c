using DetectionKit.Abstractions.Events;

namespace DetectionKit.Traffic.Flows;

/// <summary>
/// Takes flows as they end: by time-out in the order of packet time, by eviction, and at the capture's end in the order of their first
/// packets. So a capture shorter than the time-outs gives its flows in the order of their ends, then of their begins; the order is the same
/// in every run.
/// </summary>
public interface IFlowSink
{
    /// <summary>Takes the events of single messages (a DNS query with its answer, an HTTP request with its response) as soon as they are whole; null: nobody.</summary>
    IEventSink? Messages => null;

    /// <summary>Whether a fact that a protocol's messages give is read, where facts are kept at all. May change while the sink is in use.</summary>
    /// <param name="name">The fact's name.</param>
    bool WantsFact(string name) => true;

    /// <summary>Tells which flow the next event of a message is of, as it is by now.</summary>
    /// <param name="flow">A view, valid during the call only.</param>
    void OnMessageOf(in FlowView flow)
    {
    }

    /// <summary>
    /// Takes a flow whose verdict has been found, or has changed: within a second of packet time, unless the flow has ended by then. What counts on is not told by it, but by
    /// <see cref="OnContinuing"/> and <see cref="OnFlow"/>. Called where there is a <see cref="TrafficOptions.ActiveTimeout"/>.
    /// </summary>
    /// <param name="flow">A view, valid during the call only.</param>
    void OnIdentified(in FlowView flow)
    {
    }

    /// <summary>
    /// Takes a flow that goes on, as it is by now: counters count from its begin. Called every <see cref="TrafficOptions.ActiveTimeout"/> seconds of the flow's life in
    /// which it had packets, once its verdict stands.
    /// </summary>
    /// <param name="flow">A view, valid during the call only.</param>
    void OnContinuing(in FlowView flow)
    {
    }

    /// <summary>Takes a flow that ended.</summary>
    /// <param name="flow">A view, valid during the call only.</param>
    void OnFlow(in FlowView flow);
}
