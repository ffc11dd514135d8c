using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Events;

namespace DetectionKit.Testing.Replay;

/// <summary>Reads captures through a traffic engine each. What was read before trouble in a file is given all the same.</summary>
public sealed class CaptureInputs : IInputs
{
    private const int CancellationStride = 4096;

    /// <summary>How packets are read: limits, overlaps, checksums. What is kept of protocols is the sink's wish.</summary>
    public TrafficOptions Options { get; init; } = TrafficOptions.Default;

    /// <inheritdoc/>
    public InputOutcome Read(string path, string source, IEventSink sink, CancellationToken cancellation)
    {
        using var reader = CaptureReader.Open(path);
        var options = Options with { ProtocolFacts = sink.Interest.WantsRaw(SourceTypes.Flow) };
        var engine = new TrafficEngine(source, options, new TrafficEvents(sink));
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
                sink.OnRaw(WeirdEvents.OfCapture(source, weird));
        }

        return new(reader.Error?.ToString(), last == long.MinValue ? null : new Timestamp(last));
    }
}
