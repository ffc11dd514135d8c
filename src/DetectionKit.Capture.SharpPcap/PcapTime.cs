using SharpPcap;

namespace DetectionKit.Capture.SharpPcap;

/// <summary>Times between the two: SharpPcap counts microseconds, captures here nanoseconds.</summary>
internal static class PcapTime
{
    public static long ToNanoseconds(PosixTimeval time) => ((long)time.Seconds * 1_000_000_000) + ((long)time.MicroSeconds * 1000);
}
