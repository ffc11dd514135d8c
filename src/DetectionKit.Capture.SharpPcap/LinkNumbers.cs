using DetectionKit.Traffic.Capture;
using PacketDotNet;

namespace DetectionKit.Capture.SharpPcap;

/// <summary>
/// Link types between the two. A device has libpcap's own number (DLT), a file that which tcpdump.org registers: they are the same, but for raw IP, which is 12 or 14
/// with devices, and 101 in files (pcap-linktype(7)).
/// </summary>
internal static class LinkNumbers
{
    public static LinkType Of(LinkLayers device) => Of((int)device);

    public static LinkType Of(int number) => (LinkType)number is LinkType.RawBsd or LinkType.RawOpenBsd ? LinkType.Raw : (LinkType)number;
}
