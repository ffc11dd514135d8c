using SharpPcap;

namespace DetectionKit.Capture.SharpPcap;

/// <summary>Times between the two: SharpPcap's are seconds with as many decimals as the device has.</summary>
internal static class PcapTime
{
    public static long ToNanoseconds(PosixTimeval time) => (long)(time.Value * 1_000_000_000m);
}
