using DetectionKit.Abstractions.Events;
using DetectionKit.Engine.Live;
using DetectionKit.Traffic.Events;
using DetectionKit.Traffic.Flows;

namespace DetectionKit.Sensor.Inputs;

/// <summary>Turns the flows of one engine into the events that the rules of the moment want, and says which flow each came from.</summary>
/// <param name="input">Where they go.</param>
internal sealed class FlowEventSource(LiveInput input) : IFlowSink
{
    private TrafficEvents _events = new(input);
    private EventInterest _interest = input.Interest;

    /// <inheritdoc/>
    public IEventSink Messages => input;

    /// <inheritdoc/>
    public void OnMessageOf(in FlowView flow) => input.Flow = FlowReferences.Of(in flow);

    /// <inheritdoc/>
    public void OnContinuing(in FlowView flow)
    {
        Begin(in flow, isContinuing: true);
        _events.OnContinuing(in flow);
        input.Flow = null;
    }

    /// <inheritdoc/>
    public void OnFlow(in FlowView flow)
    {
        Begin(in flow, isContinuing: false);
        _events.OnFlow(in flow);
        input.Flow = null;
    }

    private void Begin(in FlowView flow, bool isContinuing)
    {
        if (!ReferenceEquals(_interest, input.Interest))
        {
            _interest = input.Interest;
            _events = new TrafficEvents(input);
        }

        if (flow.WasReported)
            input.Replace(flow.Uid);
        input.Flow = FlowReferences.Of(in flow) with { IsContinuing = isContinuing };
    }
}
