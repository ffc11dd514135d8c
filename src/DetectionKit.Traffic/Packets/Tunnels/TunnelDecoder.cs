using System.Buffers.Binary;

namespace DetectionKit.Traffic.Packets.Tunnels;

/// <summary>Opens tunnels: those that have an IP protocol number, and those in UDP, which strict headers tell and no port does.</summary>
internal static class TunnelDecoder
{
    /// <summary>Opens the tunnel that a packet is, if it is one.</summary>
    /// <param name="p">The packet.</param>
    /// <param name="tunnel">What is inside.</param>
    public static bool TryOpen(scoped in Packet p, out TunnelView tunnel)
    {
        tunnel = p.Protocol switch
        {
            IpProtocol.IpInIp or IpProtocol.Ipv6InIp => new() { Content = TunnelContent.Ip, Inner = p.Payload },
            IpProtocol.Gre => GreDecoder.Open(p.Payload),
            IpProtocol.EtherIp when p.Payload.Length > 16 && p.Payload[0] == 0x30 =>
                new() { Content = TunnelContent.Ethernet, Inner = p.Payload[2..] },
            IpProtocol.MplsInIp => new() { Content = TunnelContent.EtherType, EtherType = 0x8847, Inner = p.Payload },
            IpProtocol.L2tp => L2tpTunnel.OpenOverIp(p.Payload),
            IpProtocol.Udp => UdpTunnels.Open(p.Payload, p.PayloadLength),
            _ => default,
        };
        return tunnel.Content != TunnelContent.None && !tunnel.Inner.IsEmpty;
    }

    /// <summary>Decodes what a tunnel carries.</summary>
    /// <param name="tunnel">An open tunnel.</param>
    /// <param name="inner">Filled; its time and context are the caller's.</param>
    public static DecodeOutcome Decode(scoped in TunnelView tunnel, ref Packet inner)
    {
        inner.Vlan = -1;
        return tunnel.Content switch
        {
            TunnelContent.Ip => IpDecoder.DecodeIfIp(tunnel.Inner, ref inner),
            TunnelContent.Ethernet => FrameDecoder.Ethernet(tunnel.Inner, ref inner),
            TunnelContent.EtherType => FrameDecoder.EtherType(tunnel.EtherType, tunnel.Inner, ref inner),
            TunnelContent.Ppp => FrameDecoder.Decode(tunnel.Inner, Capture.LinkType.Ppp, ref inner),
            TunnelContent.None => DecodeOutcome.NotIp,
            _ => DecodeOutcome.NotIp,
        };
    }

    /// <summary>Whether bytes are an IP packet beyond doubt: lengths agree, and IPv4's checksum holds.</summary>
    /// <param name="ip">Bytes that may be one.</param>
    public static bool IsSurelyIp(ReadOnlySpan<byte> ip)
    {
        if (ip.Length < 20)
            return false;
        if (ip[0] >> 4 == 6)
            return ip.Length >= 40 && U16(ip, 4) + 40 <= ip.Length && ip[7] != 0 && ip[6] is 0 or 6 or 17 or 43 or 44 or 58 or 59 or 60 or 50 or 51;
        var header = (ip[0] & 0xF) * 4;
        if (ip[0] >> 4 != 4 || header < 20 || header > ip.Length || U16(ip, 2) < header)
            return false;
        var sum = 0u;
        for (var i = 0; i < header; i += 2)
            sum += U16(ip, i);
        sum = (sum & 0xFFFF) + (sum >> 16);
        if ((sum & 0xFFFF) + (sum >> 16) == 0xFFFF)
            return true;
        // A host that leaves checksums to its adapter: then the length has to be right, and what it carries has to be known.
        return ip[0] == 0x45 && U16(ip, 2) == ip.Length && ip[8] != 0 && ip[9] is 1 or 2 or 6 or 17 or 47 or 50 or 51 or 89 or 132;
    }

    /// <summary>Whether bytes are an Ethernet frame that carries IP beyond doubt, or ARP.</summary>
    /// <param name="frame">Bytes that may be one.</param>
    public static bool IsSurelyEthernet(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 14 + 20)
            return false;
        var at = 12;
        while (U16(frame, at) is 0x8100 or 0x88A8 && at + 6 + 20 <= frame.Length)
            at += 4;
        return U16(frame, at) switch
        {
            0x0800 or 0x86DD => IsSurelyIp(frame[(at + 2)..]),
            0x0806 => U16(frame, at + 2) == 1 && U16(frame, at + 4) == 0x0800,
            _ => false,
        };
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
