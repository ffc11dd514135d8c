using System.Buffers.Binary;

namespace DetectionKit.Traffic.Packets;

/// <summary>The transport's header: TCP (RFC 9293), UDP (RFC 768), UDP-Lite, SCTP's ports, ICMP's and ICMPv6's type and code.</summary>
internal static class TransportDecoder
{
    /// <summary>Reads ports and flags and moves the payload behind the header.</summary>
    /// <param name="packet">Its payload begins with the transport's header.</param>
    public static void Decode(ref Packet packet)
    {
        var data = packet.Payload;
        switch (packet.Protocol)
        {
            case IpProtocol.Tcp:
                Tcp(data, ref packet);
                break;
            case IpProtocol.Udp or IpProtocol.UdpLite:
                Udp(data, ref packet);
                break;
            case IpProtocol.Sctp:
                if (HasPorts(data, 12, ref packet))
                    Advance(12, ref packet);
                break;
            case IpProtocol.Icmp or IpProtocol.IcmpV6:
                if (data.Length < 4)
                {
                    packet.Oddities |= PacketOddities.NoTransport;
                    break;
                }

                packet.IcmpType = data[0];
                packet.IcmpCode = data[1];
                (packet.SourcePort, packet.DestinationPort) = IcmpPairs.Ports(packet.Protocol, data[0], data[1]);
                Advance(Math.Min(8, data.Length), ref packet);
                break;
            default:
                break;
        }
    }

    private static void Tcp(ReadOnlySpan<byte> data, ref Packet packet)
    {
        if (!HasPorts(data, 20, ref packet))
            return;
        packet.Sequence = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        packet.Acknowledgement = BinaryPrimitives.ReadUInt32BigEndian(data[8..]);
        packet.Flags = (TcpFlags)data[13];
        packet.Window = U16(data, 14);
        var header = (data[12] >> 4) * 4;
        if (header < 20 || header > packet.PayloadLength)
        {
            packet.Oddities |= PacketOddities.TransportHeader;
            packet.Payload = default;
            packet.PayloadLength = 0;
            return;
        }

        Advance(header, ref packet);
    }

    private static void Udp(ReadOnlySpan<byte> data, ref Packet packet)
    {
        if (!HasPorts(data, 8, ref packet))
            return;
        int length = U16(data, 4);
        var room = packet.PayloadLength;
        Advance(8, ref packet);
        // UDP-Lite has a coverage there; 0 is a jumbogram's.
        if (packet.Protocol != IpProtocol.Udp || length == 0)
            return;
        if (length < 8 || length > room)
        {
            packet.Oddities |= PacketOddities.TransportHeader;
            return;
        }

        packet.PayloadLength = length - 8;
        if (packet.Payload.Length > packet.PayloadLength)
            packet.Payload = packet.Payload[..packet.PayloadLength];
    }

    private static bool HasPorts(ReadOnlySpan<byte> data, int header, ref Packet packet)
    {
        if (data.Length >= 4)
        {
            packet.SourcePort = U16(data, 0);
            packet.DestinationPort = U16(data, 2);
        }

        if (data.Length >= header)
            return true;
        packet.Oddities |= data.Length >= 4 ? PacketOddities.TransportHeader : PacketOddities.NoTransport;
        packet.Payload = default;
        packet.PayloadLength = Math.Max(0, packet.PayloadLength - header);
        return false;
    }

    private static void Advance(int header, ref Packet packet)
    {
        packet.Payload = header <= packet.Payload.Length ? packet.Payload[header..] : default;
        packet.PayloadLength = Math.Max(0, packet.PayloadLength - header);
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
