using System.Buffers.Binary;

namespace DetectionKit.Traffic.Packets;

/// <summary>IPv4 (RFC 791) and IPv6 (RFC 8200) headers with all their extensions, then the transport. Never throws, whatever the bytes.</summary>
internal static class IpDecoder
{
    private const int MostExtensions = 16;

    /// <summary>Decodes where the version nibble says IP, else reports something else.</summary>
    /// <param name="ip">Bytes that may be an IP packet.</param>
    /// <param name="packet">Filled as far as decoding gets.</param>
    public static DecodeOutcome DecodeIfIp(ReadOnlySpan<byte> ip, ref Packet packet) =>
        !ip.IsEmpty && (ip[0] >> 4) is 4 or 6 ? Decode(ip, ref packet) : DecodeOutcome.NotIp;

    /// <summary>Decodes an IP packet.</summary>
    /// <param name="ip">From the IP header on; what lies behind the packet's own end (Ethernet's padding) is not looked at.</param>
    /// <param name="packet">Filled as far as decoding gets.</param>
    public static DecodeOutcome Decode(ReadOnlySpan<byte> ip, ref Packet packet)
    {
        packet.WirePackets = 1;
        if (ip.IsEmpty)
            return DecodeOutcome.Malformed;
        return (ip[0] >> 4) switch
        {
            4 => Version4(ip, ref packet),
            6 => Version6(ip, ref packet),
            _ => DecodeOutcome.Malformed,
        };
    }

    private static DecodeOutcome Version4(ReadOnlySpan<byte> ip, ref Packet packet)
    {
        if (ip.Length < 20)
            return DecodeOutcome.Malformed;
        var header = (ip[0] & 0xF) * 4;
        int total = U16(ip, 2);
        // Segmentation offload leaves a length of 0: then the frame's own is the packet's.
        if (total == 0)
            total = ip.Length;
        if (header < 20 || header > total || header > ip.Length)
            return DecodeOutcome.Malformed;
        packet.IpVersion = 4;
        packet.TypeOfService = ip[1];
        packet.TimeToLive = ip[8];
        packet.Protocol = ip[9];
        packet.SourceHigh = packet.DestinationHigh = 0;
        packet.SourceLow = BinaryPrimitives.ReadUInt32BigEndian(ip[12..]);
        packet.DestinationLow = BinaryPrimitives.ReadUInt32BigEndian(ip[16..]);
        packet.IpLength = total;
        if (packet.Verify && !Checksums.Holds(ip[..header]))
            packet.Oddities |= PacketOddities.Checksum;
        if (header > 20)
            Options(ip[20..header], ref packet);
        packet.Payload = ip[header..Math.Min(total, ip.Length)];
        packet.PayloadLength = total - header;
        int fragment = U16(ip, 6);
        if ((fragment & 0x3FFF) != 0)
        {
            packet.IsFragment = true;
            packet.MoreFragments = (fragment & 0x2000) != 0;
            packet.FragmentOffset = (fragment & 0x1FFF) * 8;
            packet.FragmentId = U16(ip, 4);
            return DecodeOutcome.Ip;
        }

        return Behind(ref packet);
    }

    private static void Options(ReadOnlySpan<byte> options, ref Packet packet)
    {
        while (options.Length >= 2 && options[0] != 0)
        {
            if (options[0] is 131 or 137)
                packet.Oddities |= PacketOddities.SourceRoute;
            var length = options[0] == 1 ? 1 : Math.Max(2, (int)options[1]);
            options = options[Math.Min(length, options.Length)..];
        }
    }

    private static DecodeOutcome Version6(ReadOnlySpan<byte> ip, ref Packet packet)
    {
        if (ip.Length < 40)
            return DecodeOutcome.Malformed;
        packet.IpVersion = 6;
        packet.TypeOfService = (byte)(U16(ip, 0) >> 4 & 0xFF);
        packet.TimeToLive = ip[7];
        packet.Protocol = ip[6];
        packet.SourceHigh = BinaryPrimitives.ReadUInt64BigEndian(ip[8..]);
        packet.SourceLow = BinaryPrimitives.ReadUInt64BigEndian(ip[16..]);
        packet.DestinationHigh = BinaryPrimitives.ReadUInt64BigEndian(ip[24..]);
        packet.DestinationLow = BinaryPrimitives.ReadUInt64BigEndian(ip[32..]);
        int length = U16(ip, 4);
        // A length of 0 is a jumbogram's or an offloaded segment's.
        if (length == 0)
            length = ip.Length - 40;
        packet.IpLength = length + 40;
        packet.Payload = ip[40..Math.Min(ip.Length, length + 40)];
        packet.PayloadLength = length;
        return Behind(ref packet);
    }

    /// <summary>Walks the headers between IP's and the transport's: IPv6's extensions, and AH for both.</summary>
    /// <param name="packet">Its payload and protocol are where the walk begins, and where it ends.</param>
    public static DecodeOutcome Behind(ref Packet packet)
    {
        // With hops to come the checksum has the last one's address, not the header's.
        var isRouted = (packet.Oddities & PacketOddities.SourceRoute) != 0;
        for (var depth = 0; depth < MostExtensions; depth++)
        {
            var rest = packet.Payload;
            int size;
            switch (packet.Protocol)
            {
                case 0 or 60 or 43 or 135 or 139 or 140 when packet.IpVersion == 6:
                    if (rest.Length < 8)
                        return Cut(ref packet);
                    if (packet.Protocol == 43 && rest[2] == 0)
                        packet.Oddities |= PacketOddities.RoutingHeader0;
                    isRouted |= packet.Protocol == 43 && rest[3] != 0;
                    size = (rest[1] + 1) * 8;
                    break;
                case 51:
                    if (rest.Length < 12)
                        return Cut(ref packet);
                    size = (rest[1] + 2) * 4;
                    break;
                case 44 when packet.IpVersion == 6:
                    if (rest.Length < 8)
                        return Cut(ref packet);
                    size = 8;
                    int fragment = U16(rest, 2);
                    // Offset 0 without more to come is an atomic fragment (RFC 6946): whole.
                    if ((fragment & 0xFFF9) != 0)
                    {
                        packet.IsFragment = true;
                        packet.MoreFragments = (fragment & 1) != 0;
                        packet.FragmentOffset = fragment & 0xFFF8;
                        packet.FragmentId = BinaryPrimitives.ReadUInt32BigEndian(rest[4..]);
                    }

                    break;
                default:
                    if (packet.Verify && !isRouted && !Checksums.TransportHolds(in packet))
                        packet.Oddities |= PacketOddities.Checksum;
                    TransportDecoder.Decode(ref packet);
                    return DecodeOutcome.Ip;
            }

            if (size > rest.Length)
                return Cut(ref packet);
            packet.Protocol = rest[0];
            packet.Payload = rest[size..];
            packet.PayloadLength = Math.Max(0, packet.PayloadLength - size);
            if (packet.IsFragment)
                return DecodeOutcome.Ip;
        }

        return DecodeOutcome.Malformed;
    }

    private static DecodeOutcome Cut(ref Packet packet)
    {
        packet.Oddities |= PacketOddities.NoTransport;
        packet.Payload = default;
        return DecodeOutcome.Ip;
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
