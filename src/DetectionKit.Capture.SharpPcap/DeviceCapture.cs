using DetectionKit.Traffic;
using DetectionKit.Traffic.Capture;
using SharpPcap;
using SharpPcap.LibPcap;

namespace DetectionKit.Capture.SharpPcap;

/// <summary>Feeds what a SharpPcap device captures to a traffic engine: an interface on Windows or macOS, or a file that libpcap reads.</summary>
public static class DeviceCapture
{
    /// <summary>Captures until the device has no more, or until it is cancelled; then ends all flows.</summary>
    /// <param name="device">The device, opened; on an interface with a read timeout, so that cancelling is noticed.</param>
    /// <param name="engine">Takes the packets.</param>
    /// <param name="cancellation">Ends the capture.</param>
    /// <returns>How many packets were taken.</returns>
    /// <exception cref="IOException">The device reports an error; flows were not ended.</exception>
    public static long Run(ICaptureDevice device, TrafficEngine engine, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(engine);
        var link = LinkNumbers.Of(device.LinkType);
        var packets = 0L;
        while (!cancellation.IsCancellationRequested)
        {
            switch (device.GetNextPacket(out var captured))
            {
                case GetPacketStatus.PacketRead:
                    var packet = new CapturedPacket
                    {
                        Data = captured.Data,
                        Time = PcapTime.ToNanoseconds(captured.Header.Timeval),
                        WireLength = captured.Header is PcapHeader header ? (int)Math.Min(header.PacketLength, int.MaxValue) : captured.Data.Length,
                        LinkType = link,
                    };
                    engine.Take(in packet);
                    packets++;
                    break;
                case GetPacketStatus.ReadTimeout:
                    engine.Advance((DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).Ticks * 100);
                    break;
                case GetPacketStatus.NoRemainingPackets:
                    engine.Finish();
                    return packets;
                case GetPacketStatus.Error:
                    throw new IOException($"{device.Name}: {device.LastError}");
            }
        }

        engine.Finish();
        return packets;
    }
}
