using System.Buffers.Binary;
using DetectionKit.Traffic.Packets.Links;

namespace DetectionKit.Traffic.Packets.Tunnels;

/// <summary>CAPWAP's data channel (RFC 5415 section 4.3, RFC 5416): a header, then an 802.11 or an Ethernet frame.</summary>
internal static class CapwapTunnel
{
    private const int WirelessBinding = 1;

    /// <summary>Opens a datagram, if it is one of CAPWAP's data channel with IP inside beyond doubt.</summary>
    /// <param name="data">The UDP payload.</param>
    public static TunnelView Open(ReadOnlySpan<byte> data)
    {
        const int fragment = 0x80;
        const int keepAlive = 0x08;
        const int reserved = 0x07;
        if (data.Length < 8 || data[0] != 0 || (data[3] & (fragment | keepAlive | reserved)) != 0)
            return default;
        var header = (data[1] >> 3) * 4;
        // The fragment's number may be anything, its offset not: fragments are not put together.
        if (header < 8 || header >= data.Length || BinaryPrimitives.ReadUInt16BigEndian(data[6..]) != 0)
            return default;
        var inner = data[header..];
        var isNative = (data[2] & 1) != 0;
        if (!isNative)
            return TunnelDecoder.IsSurelyEthernet(inner) ? new() { Content = TunnelContent.Ethernet, Inner = inner, App = "capwap" } : default;
        if (((data[2] >> 1) & 0x1F) != WirelessBinding || inner.Length < 24)
            return default;
        var asItStands = Wireless(inner, WirelessFrame.Of(inner[0], inner[1], padded: false));
        // Some access points write the frame control field with its bytes exchanged.
        return asItStands.Content != TunnelContent.None ? asItStands : Wireless(inner, WirelessFrame.Of(inner[1], inner[0], padded: false));
    }

    /// <summary>Whether a datagram may be one of the data channel without a packet inside: long runs of management frames and keep-alives come first.</summary>
    /// <param name="data">The UDP payload.</param>
    public static bool Resembles(ReadOnlySpan<byte> data)
    {
        const int otherFlags = 0xC7;
        var header = data.Length < 8 ? 0 : (data[1] >> 3) * 4;
        return header >= 8 && header < data.Length && data[0] == 0 && (data[3] & otherFlags) == 0 && ((data[2] >> 1) & 0x1F) == WirelessBinding
            && BinaryPrimitives.ReadUInt32BigEndian(data[4..]) == 0;
    }

    private static TunnelView Wireless(ReadOnlySpan<byte> frame, WirelessFrame view)
    {
        const int snap = 8;
        if (!view.HasData || view.IsProtected || view.HeaderLength + snap >= frame.Length)
            return default;
        var body = frame[view.HeaderLength..];
        var type = BinaryPrimitives.ReadUInt16BigEndian(body[6..]);
        return body.StartsWith((ReadOnlySpan<byte>)[0xAA, 0xAA, 3, 0, 0, 0]) && type is 0x0800 or 0x86DD && TunnelDecoder.IsSurelyIp(body[snap..])
            ? new() { Content = TunnelContent.Ip, Inner = body[snap..], App = "capwap" }
            : default;
    }
}
