using System.Buffers.Binary;

namespace DetectionKit.Traffic.Packets.Tunnels;

/// <summary>L2TP's data messages: PPP in version 2 (RFC 2661 section 3.1), Ethernet directly over IP in version 3 (RFC 3931 section 4.1.1).</summary>
internal static class L2tpTunnel
{
    /// <summary>Opens a datagram, if it is a data message of version 2 with IP inside beyond doubt.</summary>
    /// <param name="data">The UDP payload, as far as captured.</param>
    /// <param name="length">Its length on the wire.</param>
    public static TunnelView Open(ReadOnlySpan<byte> data, int length)
    {
        const int mustBeZero = 0xB4F0;
        const int hasLength = 0x4000;
        const int hasSequence = 0x0800;
        const int hasOffset = 0x0200;
        int flags = BinaryPrimitives.ReadUInt16BigEndian(data);
        if ((flags & 0x0F) != 2 || (flags & mustBeZero) != 0)
            return default;
        var at = 2;
        if ((flags & hasLength) != 0)
        {
            if (BinaryPrimitives.ReadUInt16BigEndian(data[2..]) != length)
                return default;
            at += 2;
        }

        at += 4 + ((flags & hasSequence) != 0 ? 4 : 0);
        if ((flags & hasOffset) != 0)
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(data[at..]);
        if (at + 4 >= data.Length)
            return default;
        var ppp = data[at..];
        var ip = ppp[0] == 0xFF && ppp[1] == 3 ? ppp[2..] : ppp;
        var (protocol, size) = (ip[0] & 1) != 0 ? (ip[0], 1) : (BinaryPrimitives.ReadUInt16BigEndian(ip), 2);
        return protocol is 0x0021 or 0x0057 && TunnelDecoder.IsSurelyIp(ip[size..])
            ? new() { Content = TunnelContent.Ip, Inner = ip[size..], App = "l2tp" }
            : default;
    }

    /// <summary>Opens an IP packet of version 3. The session's set-up says how long cookie and sublayer are: the one length that leaves an Ethernet frame with IP is right.</summary>
    /// <param name="data">From the session's number on.</param>
    public static TunnelView OpenOverIp(ReadOnlySpan<byte> data)
    {
        const int longestHeader = 16;
        if (data.Length < 8 || BinaryPrimitives.ReadUInt32BigEndian(data) == 0)
            return default;
        for (var at = 4; at <= longestHeader && at < data.Length; at += 4)
        {
            if (TunnelDecoder.IsSurelyEthernet(data[at..]))
                return new() { Content = TunnelContent.Ethernet, Inner = data[at..] };
        }

        return default;
    }
}
