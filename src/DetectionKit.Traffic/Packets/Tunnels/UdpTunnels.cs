using System.Buffers.Binary;

namespace DetectionKit.Traffic.Packets.Tunnels;

/// <summary>
/// Tunnels in UDP, told by content: reserved bits that must be zero, lengths that must agree, and an inner packet that is IP beyond doubt.
/// VXLAN (RFC 7348), GENEVE (RFC 8926), GTP-U (3GPP TS 29.281), L2TP, CAPWAP, Teredo (RFC 4380).
/// </summary>
internal static class UdpTunnels
{
    private const int MostExtensions = 8;

    /// <summary>Opens a datagram, if it is a tunnel's.</summary>
    /// <param name="data">The UDP payload, as far as captured.</param>
    /// <param name="length">Its length on the wire.</param>
    public static TunnelView Open(ReadOnlySpan<byte> data, int length)
    {
        if (data.Length < 28)
            return default;
        var tunnel = (data[0] >> 4) switch
        {
            0 => ZeroNibble(data, length),
            3 => Gtp(data, length),
            4 => L2tpTunnel.Open(data, length),
            6 => Teredo(data, 0),
            8 => Vxlan(data),
            _ => default,
        };
        return tunnel;
    }

    private static TunnelView ZeroNibble(ReadOnlySpan<byte> data, int length)
    {
        var vxlan = Vxlan(data);
        if (vxlan.Content != TunnelContent.None)
            return vxlan;
        var geneve = Geneve(data);
        if (geneve.Content != TunnelContent.None)
            return geneve;
        var l2tp = L2tpTunnel.Open(data, length);
        if (l2tp.Content != TunnelContent.None)
            return l2tp;
        var capwap = CapwapTunnel.Open(data);
        return capwap.Content != TunnelContent.None ? capwap : TeredoWithIndication(data);
    }

    private static TunnelView Vxlan(ReadOnlySpan<byte> data)
    {
        // With a group policy (draft-smith-vxlan-group-policy) more bits are set, and two bytes of it are not zero.
        if ((data[0] == 0x88 ? (data[1] & 0xB7) : BinaryPrimitives.ReadUInt32BigEndian(data) & 0xF7FFFFFF) != 0 || (data[0] & 8) == 0 || data[7] != 0)
            return default;
        var inner = data[8..];
        return TunnelDecoder.IsSurelyEthernet(inner)
            ? new() { Content = TunnelContent.Ethernet, Inner = inner, Network = BinaryPrimitives.ReadUInt32BigEndian(data[4..]) >> 8, App = "vxlan" }
            : default;
    }

    private static TunnelView Geneve(ReadOnlySpan<byte> data)
    {
        var options = (data[0] & 0x3F) * 4;
        if (data[0] >> 6 != 0 || (data[1] & 0x3F) != 0 || data[7] != 0 || 8 + options >= data.Length)
            return default;
        var type = BinaryPrimitives.ReadUInt16BigEndian(data[2..]);
        var inner = data[(8 + options)..];
        var network = BinaryPrimitives.ReadUInt32BigEndian(data[4..]) >> 8;
        return type switch
        {
            0x6558 when TunnelDecoder.IsSurelyEthernet(inner) => new() { Content = TunnelContent.Ethernet, Inner = inner, Network = network, App = "geneve" },
            0x0800 or 0x86DD when TunnelDecoder.IsSurelyIp(inner) => new() { Content = TunnelContent.Ip, Inner = inner, Network = network, App = "geneve" },
            _ => default,
        };
    }

    private static TunnelView Gtp(ReadOnlySpan<byte> data, int length)
    {
        if ((data[0] & 0xF8) != 0x30 || data[1] != 0xFF || BinaryPrimitives.ReadUInt16BigEndian(data[2..]) != length - 8)
            return default;
        var at = 8;
        if ((data[0] & 7) != 0)
        {
            var next = (data[0] & 4) != 0 ? data[11] : 0;
            at = 12;
            for (var i = 0; next != 0; i++)
            {
                if (i == MostExtensions || at + 4 > data.Length || data[at] == 0 || at + (data[at] * 4) > data.Length)
                    return default;
                at += data[at] * 4;
                next = data[at - 1];
            }
        }

        return at < data.Length && TunnelDecoder.IsSurelyIp(data[at..])
            ? new() { Content = TunnelContent.Ip, Inner = data[at..], App = "gtp" }
            : default;
    }

    /// <summary>Teredo's authentication (0x0001) and origin (0x0000) indications may stand before the packet (RFC 4380 section 5.1.1).</summary>
    private static TunnelView TeredoWithIndication(ReadOnlySpan<byte> data)
    {
        var at = 0;
        if (data[0] == 0 && data[1] == 1)
            at = 13 + data[2] + data[3];
        if (at + 8 <= data.Length && data[at] == 0 && data[at + 1] == 0)
            at += 8;
        return at > 0 && at < data.Length ? Teredo(data, at) : default;
    }

    private static TunnelView Teredo(ReadOnlySpan<byte> data, int at)
    {
        var ip = data[at..];
        if (ip.Length < 40 || ip[0] >> 4 != 6 || BinaryPrimitives.ReadUInt16BigEndian(ip[4..]) + 40 != ip.Length)
            return default;
        const uint prefix = 0x20010000;
        var source = BinaryPrimitives.ReadUInt32BigEndian(ip[8..]);
        var destination = BinaryPrimitives.ReadUInt32BigEndian(ip[24..]);
        var router = source >> 16 == 0xFE80 && ip[6] == IpProtocol.IcmpV6;
        return source == prefix || destination == prefix || router
            ? new() { Content = TunnelContent.Ip, Inner = ip, App = "teredo" }
            : default;
    }
}
