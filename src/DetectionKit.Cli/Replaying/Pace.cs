using System.Diagnostics;

namespace DetectionKit.Cli.Replaying;

/// <summary>When the next packet is due.</summary>
internal abstract class Pace
{
    private readonly long _begin = Stopwatch.GetTimestamp();

    /// <summary>Seconds since the begin.</summary>
    public double Elapsed => Stopwatch.GetElapsedTime(_begin).TotalSeconds;

    /// <summary>When a packet is due, in seconds since the begin.</summary>
    /// <param name="time">Its time in the capture, in nanoseconds; grows over loops.</param>
    /// <param name="packets">How many went before it.</param>
    /// <param name="bytes">And how many bytes.</param>
    public abstract double Due(long time, long packets, long bytes);

    /// <summary>Waits until then; short waits are spent awake, since sleeping takes longer.</summary>
    public void Wait(double due, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested && due - Elapsed is var left and > 0)
        {
            if (left > 0.002)
                cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(Math.Min(left - 0.001, 0.5)));
            else
                Thread.SpinWait(20);
        }
    }

    /// <summary>As fast as it goes.</summary>
    public sealed class TopSpeed : Pace
    {
        public override double Due(long time, long packets, long bytes) => 0;
    }

    /// <summary>The capture's own, or so many times as fast.</summary>
    public sealed class Own(double factor) : Pace
    {
        private long? _first;

        public override double Due(long time, long packets, long bytes) => (time - (_first ??= time)) / 1e9 / factor;
    }

    /// <summary>So many packets a second.</summary>
    public sealed class PacketRate(double perSecond) : Pace
    {
        public override double Due(long time, long packets, long bytes) => packets / perSecond;
    }

    /// <summary>So many bits a second.</summary>
    public sealed class BitRate(double perSecond) : Pace
    {
        public override double Due(long time, long packets, long bytes) => bytes * 8 / perSecond;
    }
}
