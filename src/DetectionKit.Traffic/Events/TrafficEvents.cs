using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Models.Certificates;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Traffic.Flows;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Events;

/// <summary>Turns flows into the events that a sink wants, and nothing that it does not want.</summary>
/// <remarks>A flow that carries other flows gives no event of a data model: its traffic is counted once, in the innermost flows.</remarks>
public sealed class TrafficEvents : IFlowSink
{
    private readonly IEventSink _sink;
    private readonly FieldSelection _model;
    private readonly bool _identified;
    private readonly bool _certificates;
    private readonly FlowEvents _flow;
    private readonly bool _weird;

    /// <summary>The data models whose events captures give, and which of their fields packets fill (CIM's names).</summary>
    public static IEnumerable<(DataModel Model, IEnumerable<string> Fields)> FilledFields =>
    [
        (NetworkTraffic.Model, NetworkTrafficEvents.FilledFields),
        (Certificate.Model, CertificateEvents.FilledFields),
        .. FollowerCatalogue.All.Values.SelectMany(factory => factory.FilledFields),
    ];

    /// <summary>Events for a sink.</summary>
    /// <param name="sink">Takes the events.</param>
    public TrafficEvents(IEventSink sink)
    {
        _sink = sink;
        _model = sink.Interest.FieldsOfModel(NetworkTraffic.Model.Name);
        _identified = sink.Interest.WantsIdentified(NetworkTraffic.Model.Name);
        _certificates = sink.Interest.WantsModel(Certificate.Model.Name);
        _flow = new(sink.Interest);
        _weird = sink.Interest.WantsRaw(SourceTypes.Weird);
    }

    /// <summary>Runs a capture into a sink of events.</summary>
    /// <param name="path">The file; <c>-</c> is standard input.</param>
    /// <param name="sink">Takes the events.</param>
    /// <param name="options">Limits and wishes; null: the usual ones, and protocols' facts where raw flows or certificates are wanted.</param>
    public static CaptureSummary Run(string path, IEventSink sink, TrafficOptions? options = null)
    {
        var events = new TrafficEvents(sink);
        options ??= TrafficOptions.Default with { ProtocolFacts = events.WantsFacts };
        var summary = TrafficEngine.Run(path, options, events);
        if (events._weird)
        {
            foreach (var weird in summary.Counters.Weirds)
                sink.OnRaw(WeirdEvents.OfCapture(path, weird));
        }

        return summary;
    }

    /// <summary>Whether any fact that protocols' messages give is read.</summary>
    public bool WantsFacts => _certificates || _flow.WantsFacts;

    /// <inheritdoc/>
    public IEventSink Messages => _sink;

    /// <inheritdoc/>
    public bool WantsFact(string name) => _certificates || _flow.WantsFact(name);

    /// <summary>Whether anybody is fed by flows that were identified.</summary>
    public bool WantsIdentified => _identified;

    /// <summary>The flow as an event of the data model, for those who read what is settled once a flow is identified.</summary>
    /// <param name="flow">The flow.</param>
    public void OnIdentified(in FlowView flow)
    {
        if (_identified && !flow.IsTunnel)
            _sink.OnModel(NetworkTrafficEvents.Of(in flow, _model));
    }

    /// <summary>The flow itself as an event. What else there is to tell of it is told at its end.</summary>
    /// <param name="flow">The flow.</param>
    public void OnContinuing(in FlowView flow)
    {
        if (_model.IsRead && !flow.IsTunnel)
            _sink.OnModel(NetworkTrafficEvents.Of(in flow, _model));
        if (_flow.IsWanted)
            _sink.OnRaw(_flow.Of(in flow));
    }

    /// <inheritdoc/>
    public void OnFlow(in FlowView flow)
    {
        OnContinuing(in flow);
        if (_certificates && !flow.IsTunnel && CertificateEvents.Of(in flow) is { } certificate)
            _sink.OnModel(certificate);
        if (!_weird)
            return;
        foreach (var weird in flow.Weirds)
            _sink.OnRaw(WeirdEvents.Of(in flow, weird));
    }
}
