using DetectionKit.Abstractions.Events;
using DetectionKit.Engine.Live;
using DetectionKit.Traffic.Events;
using DetectionKit.Traffic.Flows;

namespace DetectionKit.Sensor.Inputs;

/// <summary>Turns the flows of one engine into the events that the rules of the moment want, and says which flow each came from.</summary>
/// <param name="input">Where they go.</param>
internal sealed class FlowEventSource(LiveInput input) : IFlowSink
{
    private EventInterest _interest = input.Interest;

    /// <inheritdoc/>
    public IEventSink Messages => input;

    private TrafficEvents Events
    {
        get
        {
            if (!ReferenceEquals(_interest, input.Interest))
            {
                _interest = input.Interest;
                field = new(input);
            }

            return field;
        }
    } = new(input);

    /// <inheritdoc/>
    public bool WantsFact(string name) => Events.WantsFact(name);

    /// <inheritdoc/>
    public void OnMessageOf(in FlowView flow) => input.Flow = FlowReferences.Of(in flow);

    /// <inheritdoc/>
    public void OnIdentified(in FlowView flow)
    {
        if (!Events.WantsIdentified)
            return;
        input.Flow = FlowReferences.Of(in flow) with { IsContinuing = true, IsIdentification = true, WasTold = flow.WasTold };
        Events.OnIdentified(in flow);
        input.Flow = null;
    }

    /// <inheritdoc/>
    public void OnContinuing(in FlowView flow)
    {
        input.Flow = FlowReferences.Of(in flow) with { IsContinuing = true, WasTold = flow.WasTold };
        Events.OnContinuing(in flow);
        input.Flow = null;
    }

    /// <inheritdoc/>
    public void OnFlow(in FlowView flow)
    {
        input.Flow = FlowReferences.Of(in flow) with { WasTold = flow.WasTold };
        Events.OnFlow(in flow);
        input.Flow = null;
    }
}
