using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Capture.Live;
using DetectionKit.Traffic.Flows;
using DetectionKit.Traffic.Packets;

namespace DetectionKit.Traffic;

/// <summary>
/// Runs a capture: packets to flows with verdicts. One engine per input. <c>TrafficEngine.Run(path, options, sink)</c> is all that most
/// callers need.
/// </summary>
public sealed class TrafficEngine
{
    private readonly FlowEngine _engine;
    private readonly PacketPipeline _pipeline;

    /// <summary>An engine for one input.</summary>
    /// <param name="capture">The input's name, as flows and events give it.</param>
    /// <param name="options">Limits and wishes; null: the usual ones.</param>
    /// <param name="flows">Takes flows as they end; null: they are only counted.</param>
    public TrafficEngine(string capture, TrafficOptions? options = null, IFlowSink? flows = null)
    {
        options ??= TrafficOptions.Default;
        _engine = new FlowEngine(options, capture, flows);
        _pipeline = new PacketPipeline(_engine, options);
    }

    /// <summary>What was seen so far.</summary>
    public TrafficCounters Counters => _engine.Counters;

    /// <summary>Runs a capture from begin to end.</summary>
    /// <param name="path">The file; <c>-</c> is standard input.</param>
    /// <param name="options">Limits and wishes; null: the usual ones.</param>
    /// <param name="flows">Takes flows as they end; null: they are only counted.</param>
    public static CaptureSummary Run(string path, TrafficOptions? options = null, IFlowSink? flows = null)
    {
        using var reader = CaptureReader.Open(path);
        return new TrafficEngine(path, options, flows).Run(reader);
    }

    /// <summary>Runs what a reader gives, then ends all flows.</summary>
    /// <param name="reader">An open capture.</param>
    /// <param name="cancellation">Asked now and then; once it is set, the run ends without ending the flows.</param>
    public CaptureSummary Run(CaptureReader reader, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var captured = default(CapturedPacket);
        Span<FrameSpot> spots = stackalloc FrameSpot[PacketPipeline.MostAhead];
        while (reader.Read(ref captured))
        {
            // The window has moved; what is whole in it goes in batches.
            Take(in captured);
            while (reader.ReadAhead(spots, out var window, out var link) is > 0 and var count)
                _pipeline.Take(spots[..count], window, link);
            if (cancellation.IsCancellationRequested)
                return new(Counters, reader.Error);
        }

        Finish();
        return new(Counters, reader.Error);
    }

    /// <summary>Takes the packets of a ring's block.</summary>
    /// <param name="ring">A ring that has packets.</param>
    /// <returns>The time of the last of them; 0: there was none.</returns>
    public long Take(PacketRing ring)
    {
        Hear(ring);
        Span<FrameSpot> spots = stackalloc FrameSpot[PacketPipeline.MostAhead];
        var latest = 0L;
        while (ring.ReadAhead(spots, out var window) is > 0 and var count)
        {
            _pipeline.Take(spots[..count], window, ring.LinkType);
            latest = Math.Max(latest, spots[count - 1].Time);
        }

        return latest;
    }

    /// <summary>Takes note of queries to groups that another ring takes, for their unicast replies. To be called before packets of a ring are read one by one, and where none come.</summary>
    /// <param name="ring">The ring.</param>
    public void Hear(PacketRing ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        var captured = default(CapturedPacket);
        var packet = default(Packet);
        while (ring.Hear(ref captured))
        {
            if (FrameDecoder.Decode(captured.Data, captured.LinkType, ref packet) == DecodeOutcome.Ip)
                _engine.Hear(in packet);
        }
    }

    /// <summary>Ends all flows, after the last packet.</summary>
    public void Finish() => _pipeline.Finish();

    /// <summary>Tells that time passed without a packet: flows that were idle long enough end.</summary>
    /// <param name="time">Nanoseconds since the epoch.</param>
    public void Advance(long time) => _pipeline.Advance(time);

    /// <summary>Takes one packet.</summary>
    /// <param name="captured">The packet; nothing of it is kept by reference.</param>
    public void Take(in CapturedPacket captured) => _pipeline.Take(in captured);
}

/// <summary>What came of a capture.</summary>
/// <param name="Counters">What was seen.</param>
/// <param name="Error">What stopped reading; null: the capture was read to its end.</param>
public sealed record CaptureSummary(TrafficCounters Counters, CaptureError? Error);
