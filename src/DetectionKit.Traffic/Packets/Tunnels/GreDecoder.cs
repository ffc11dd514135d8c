using System.Buffers.Binary;

namespace DetectionKit.Traffic.Packets.Tunnels;

/// <summary>GRE (RFC 2784, RFC 2890), its enhanced form for PPTP (RFC 2637), and ERSPAN types I to III inside it.</summary>
internal static class GreDecoder
{
    private const int Checksum = 0x8000;
    private const int Routing = 0x4000;
    private const int Key = 0x2000;
    private const int Sequence = 0x1000;
    private const int Acknowledgement = 0x0080;

    /// <summary>Opens a GRE packet.</summary>
    /// <param name="gre">From GRE's header on.</param>
    public static TunnelView Open(ReadOnlySpan<byte> gre)
    {
        if (gre.Length < 4)
            return default;
        int flags = BinaryPrimitives.ReadUInt16BigEndian(gre);
        var type = BinaryPrimitives.ReadUInt16BigEndian(gre[2..]);
        var version = flags & 7;
        if (version > 1 || (flags & Routing) != 0)
            return default;
        var size = 4 + ((flags & Checksum) != 0 ? 4 : 0) + ((flags & Key) != 0 ? 4 : 0) + ((flags & Sequence) != 0 ? 4 : 0);
        if (version == 1)
            size += (flags & Acknowledgement) != 0 ? 4 : 0;
        if (size >= gre.Length)
            return default;
        var inner = gre[size..];
        return type switch
        {
            0x880B => new() { Content = TunnelContent.Ppp, Inner = inner },
            0x6558 => new() { Content = TunnelContent.Ethernet, Inner = inner },
            // Without a sequence number it is type I, which has no header of its own.
            0x88BE when (flags & Sequence) == 0 => new() { Content = TunnelContent.Ethernet, Inner = inner },
            0x88BE when inner.Length > 8 => new() { Content = TunnelContent.Ethernet, Inner = inner[8..] },
            0x22EB => Erspan3(inner),
            0x883E when inner.Length > 4 => new() { Content = TunnelContent.Ip, Inner = inner[4..] },
            _ => new() { Content = TunnelContent.EtherType, EtherType = type, Inner = inner },
        };
    }

    private static TunnelView Erspan3(ReadOnlySpan<byte> erspan)
    {
        if (erspan.Length < 12)
            return default;
        var size = (erspan[11] & 1) != 0 ? 20 : 12;
        return size < erspan.Length ? new() { Content = TunnelContent.Ethernet, Inner = erspan[size..] } : default;
    }
}
