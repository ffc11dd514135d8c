using System.Diagnostics;
using DetectionKit.Traffic.Capture;
using SharpPcap;

namespace DetectionKit.Capture.SharpPcap;

/// <summary>Puts a capture on whatever SharpPcap can inject into: an interface on Windows or macOS.</summary>
public static class DeviceReplay
{
    /// <summary>Sends the packets of a capture in their order.</summary>
    /// <param name="capture">The capture.</param>
    /// <param name="device">The device, opened.</param>
    /// <param name="factor">How many times faster than captured; 0: as fast as it goes.</param>
    /// <param name="cancellation">Ends the replay between two packets.</param>
    /// <returns>How many packets were sent, and how many were not, because their link type is another than the device's.</returns>
    public static (long Sent, long Skipped) Run(CaptureReader capture, IInjectionDevice device, double factor = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(capture);
        ArgumentNullException.ThrowIfNull(device);
        ArgumentOutOfRangeException.ThrowIfNegative(factor);
        var link = LinkNumbers.Of(device.LinkType);
        var clock = Stopwatch.StartNew();
        var (sent, skipped, first) = (0L, 0L, default(long?));
        var packet = default(CapturedPacket);
        while (!cancellation.IsCancellationRequested && capture.Read(ref packet))
        {
            if (LinkNumbers.Of((int)packet.LinkType) != link)
            {
                skipped++;
                continue;
            }

            first ??= packet.Time;
            if (factor > 0)
                Wait(TimeSpan.FromTicks((long)((packet.Time - first.Value) / 100 / factor)) - clock.Elapsed, cancellation);
            device.SendPacket(packet.Data, null);
            sent++;
        }

        return (sent, skipped);
    }

    private static void Wait(TimeSpan time, CancellationToken cancellation)
    {
        if (time > TimeSpan.Zero)
            cancellation.WaitHandle.WaitOne(time);
    }
}
