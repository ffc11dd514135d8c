using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Events;

namespace DetectionKit.Traffic.Tests.Building;

/// <summary>All events that a capture gives, typed and raw.</summary>
internal sealed class ModelEvents : IEventSink
{
    private readonly List<ModelEvent> _models = [];
    private readonly List<RawEvent> _raw = [];

    public EventInterest Interest => EventInterest.All;

    /// <summary>The raw events.</summary>
    public IReadOnlyList<RawEvent> Raw => _raw;

    /// <summary>The data models' events.</summary>
    public IReadOnlyList<ModelEvent> Models => _models;

    /// <summary>The data models' events of a capture.</summary>
    public static IReadOnlyList<ModelEvent> Of(CaptureBuilder capture) => Run(capture)._models;

    /// <summary>Runs a capture.</summary>
    public static ModelEvents Run(CaptureBuilder capture)
    {
        var sink = new ModelEvents();
        using var reader = CaptureReader.Open(new MemoryStream(capture.Pcap()));
        new TrafficEngine("test.pcap", TrafficOptions.Default with { ProtocolFacts = true }, new TrafficEvents(sink)).Run(reader);
        return sink;
    }

    public void OnModel<TEvent>(TEvent modelEvent)
        where TEvent : ModelEvent => _models.Add(modelEvent);

    public void OnRaw(RawEvent rawEvent) => _raw.Add(rawEvent);
}
