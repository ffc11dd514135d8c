using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Events;

namespace DetectionKit.Testing.Replay;

/// <summary>Reads captures through a traffic engine each. What was read before trouble in a file is given all the same.</summary>
internal static class CaptureInputs
{
    private const int CancellationStride = 4096;

    /// <summary>Reads a capture to its end.</summary>
    /// <param name="content">At the capture's begin.</param>
    /// <param name="name">The name under which events know it.</param>
    /// <param name="packets">How packets are read: limits, overlaps, checksums. What is kept of protocols is the sink's wish.</param>
    /// <param name="sink">Takes the events.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static InputOutcome Read(Stream content, string name, TrafficOptions packets, IEventSink sink, CancellationToken cancellation)
    {
        using var reader = CaptureReader.Open(content);
        var events = new TrafficEvents(sink);
        var engine = new TrafficEngine(name, packets with { ProtocolFacts = events.WantsFacts }, events);
        var packet = default(CapturedPacket);
        var last = long.MinValue;
        var count = 0;
        while (reader.Read(ref packet))
        {
            engine.Take(in packet);
            last = Math.Max(last, packet.Time);
            if (++count % CancellationStride == 0 && cancellation.IsCancellationRequested)
                return new("cancelled", null);
        }

        engine.Finish();
        if (sink.Interest.WantsRaw(SourceTypes.Weird))
        {
            foreach (var weird in engine.Counters.Weirds)
                sink.OnRaw(WeirdEvents.OfCapture(name, weird));
        }

        return new(reader.Error?.ToString(), last == long.MinValue ? null : new Timestamp(last));
    }
}
