using DetectionKit.Traffic.Capture;

namespace DetectionKit.Testing.Variants.Packets;

/// <summary>What stands before an IP packet.</summary>
internal static class LinkHeader
{
    private const int Ethernet = 14;
    private const int Tag = 4;
    private const int Cooked = 16;
    private const int Cooked2 = 20;
    private const int Loopback = 4;

    /// <summary>The header's length, where an IP packet follows it at once; else -1.</summary>
    public static int Length(byte[] bytes, int link)
    {
        switch ((LinkType)link)
        {
            case LinkType.Ethernet:
                return Tagged(bytes);
            case LinkType.LinuxCooked:
                return bytes.Length > Cooked && IsIp(bytes, 14) ? Cooked : -1;
            case LinkType.LinuxCooked2:
                return bytes.Length > Cooked2 && IsIp(bytes, 0) ? Cooked2 : -1;
            case LinkType.Null or LinkType.Loop:
                return bytes.Length > Loopback && bytes[Loopback] >> 4 is 4 or 6 ? Loopback : -1;
            case LinkType.Raw or LinkType.RawBsd or LinkType.RawOpenBsd or LinkType.Ipv4 or LinkType.Ipv6:
                return 0;
            default:
                return -1;
        }
    }

    /// <summary>The IP packet in an Ethernet frame of its own.</summary>
    public static byte[] Wrap(ReadOnlySpan<byte> between, ushort type, ReadOnlySpan<byte> packet) =>
        [2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, (byte)(type >> 8), (byte)type, .. between, .. packet];

    /// <summary>The Ethernet type of an IP packet.</summary>
    public static ushort TypeOf(ReadOnlySpan<byte> packet) => packet[0] >> 4 == 6 ? (ushort)0x86DD : (ushort)0x0800;

    /// <summary>Ethernet's header with its tags (IEEE 802.1Q, 802.1ad).</summary>
    private static int Tagged(byte[] bytes)
    {
        var at = Ethernet;
        while (bytes.Length > at && (bytes[at - 2], bytes[at - 1]) is (0x81, 0x00) or (0x88, 0xA8) or (0x91, 0x00))
            at += Tag;
        return bytes.Length > at && IsIp(bytes, at - 2) ? at : -1;
    }

    private static bool IsIp(byte[] bytes, int at) => (bytes[at], bytes[at + 1]) is (0x08, 0x00) or (0x86, 0xDD);
}
