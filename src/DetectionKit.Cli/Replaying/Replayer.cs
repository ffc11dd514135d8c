using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Capture.Live;
using DetectionKit.Traffic.Replay;

namespace DetectionKit.Cli.Replaying;

/// <summary>Puts captures on a wire.</summary>
internal sealed class Replayer(PacketSender sender, Pace pace, ReplayMap map)
{
    private const long LoopGap = 1_000_000;
    private readonly ReplayFrames _frames = new();
    private long _packets;
    private long _bytes;
    private long _shift;
    private long _latest = long.MinValue;

    /// <summary>Packets of link types that cannot be sent.</summary>
    public long Skipped { get; private set; }

    /// <summary>Packets that the capture had cut; they go as they are.</summary>
    public long Cut { get; private set; }

    /// <summary>Replays a capture once.</summary>
    /// <returns>What is wrong with the capture; null: it was read to its end.</returns>
    public CaptureError? Replay(string file, CancellationToken cancellation)
    {
        using var reader = CaptureReader.Open(file);
        var packet = default(CapturedPacket);
        long? first = null;
        while (!cancellation.IsCancellationRequested && reader.Read(ref packet))
        {
            // The next file, and the next loop, go on where the last one ended.
            if (first is null)
                _shift = _latest == long.MinValue ? 0 : _latest + LoopGap - packet.Time;
            first ??= packet.Time;
            Send(in packet, cancellation);
        }

        sender.Flush();
        return reader.Error;
    }

    private void Send(in CapturedPacket packet, CancellationToken cancellation)
    {
        var frame = _frames.Of(in packet);
        if (frame.IsEmpty)
        {
            Skipped++;
            return;
        }

        if (packet.WireLength > packet.Data.Length)
            Cut++;
        if (!map.IsEmpty)
            FrameMapper.Apply(frame, map);
        var time = packet.Time + _shift;
        _latest = Math.Max(_latest, time);
        var due = pace.Due(time, _packets, _bytes);
        if (due > 0 && due > pace.Elapsed)
        {
            sender.Flush();
            pace.Wait(due, cancellation);
        }

        sender.Add(frame);
        _packets++;
        _bytes += frame.Length;
    }
}
