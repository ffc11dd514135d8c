using System.Buffers.Binary;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Packets.Links;

namespace DetectionKit.Traffic.Packets;

/// <summary>From a captured frame to its IP packet: link layers, VLAN tags, MPLS labels, PPPoE. Never throws, whatever the bytes.</summary>
internal static class FrameDecoder
{
    private const int DeepestStack = 16;

    /// <summary>Decodes one frame.</summary>
    /// <param name="frame">The captured bytes.</param>
    /// <param name="link">What they begin with.</param>
    /// <param name="packet">Filled as far as decoding gets; its time and context are left alone.</param>
    public static DecodeOutcome Decode(ReadOnlySpan<byte> frame, LinkType link, ref Packet packet)
    {
        packet.Vlan = -1;
        switch (link)
        {
            case LinkType.Ethernet:
                return Ethernet(frame, ref packet);
            case LinkType.Raw or LinkType.RawBsd or LinkType.RawOpenBsd or LinkType.Ipv4 or LinkType.Ipv6:
                return IpDecoder.Decode(frame, ref packet);
            case LinkType.LinuxCooked:
                if (frame.Length < 16)
                    return DecodeOutcome.Malformed;
                if (U16(frame, 4) == 6)
                    packet.SourceMac = Mac(frame[6..]);
                return EtherType(U16(frame, 14), frame[16..], ref packet);
            case LinkType.LinuxCooked2:
                if (frame.Length < 20)
                    return DecodeOutcome.Malformed;
                if (frame[11] == 6)
                    packet.SourceMac = Mac(frame[12..]);
                return EtherType(U16(frame, 0), frame[20..], ref packet);
            case LinkType.Null or LinkType.Loop:
                // The family's number differs between systems; the version nibble does not.
                return frame.Length < 5 ? DecodeOutcome.Malformed : IpDecoder.DecodeIfIp(frame[4..], ref packet);
            case LinkType.PppHdlc when frame.Length > 4 && frame[0] is 0x0F or 0x8F:
                // Serial lines: the address byte tells Cisco's framing from PPP's.
                return EtherType(U16(frame, 2), frame[4..], ref packet);
            case LinkType.Ppp or LinkType.PppHdlc:
                return Ppp(frame, ref packet);
            case LinkType.PppDirection:
                return frame.IsEmpty ? DecodeOutcome.Malformed : Ppp(frame[1..], ref packet);
            case LinkType.PppPppd:
                return frame.Length < 2 ? DecodeOutcome.Malformed : Ppp(frame[(frame[1] == 3 ? 2 : 0)..], ref packet);
            case LinkType.Wireless:
                return WirelessDecoder.Decode(frame, padded: false, ref packet);
            case LinkType.Radiotap:
                return CaptureHeaders.Radiotap(frame, ref packet);
            case LinkType.Ppi:
                return CaptureHeaders.Ppi(frame, ref packet);
            case LinkType.Nflog:
                return CaptureHeaders.Nflog(frame, ref packet);
            case LinkType.PppEther:
                return frame.Length < 6 ? DecodeOutcome.Malformed : Ppp(frame[6..], ref packet);
            case LinkType.CiscoHdlc:
                return frame.Length < 4 ? DecodeOutcome.Malformed : EtherType(U16(frame, 2), frame[4..], ref packet);
            default:
                return DecodeOutcome.UnknownLink;
        }
    }

    /// <summary>Decodes an Ethernet frame, captured or carried by a tunnel.</summary>
    /// <param name="frame">From the destination address on.</param>
    /// <param name="packet">Filled as far as decoding gets.</param>
    public static DecodeOutcome Ethernet(ReadOnlySpan<byte> frame, ref Packet packet)
    {
        if (frame.Length < 14)
            return DecodeOutcome.Malformed;
        var first = BinaryPrimitives.ReadUInt64BigEndian(frame);
        packet.DestinationMac = first >> 16;
        packet.SourceMac = Mac(frame[6..]);
        return EtherType(U16(frame, 12), frame[14..], ref packet);
    }

    /// <summary>Decodes what follows an EtherType (IEEE 802 numbers).</summary>
    /// <param name="type">The type, or a length of 1500 and less.</param>
    /// <param name="rest">What follows it.</param>
    /// <param name="packet">Filled as far as decoding gets.</param>
    public static DecodeOutcome EtherType(ushort type, ReadOnlySpan<byte> rest, ref Packet packet)
    {
        for (var depth = 0; depth < DeepestStack; depth++)
        {
            switch (type)
            {
                case 0x0800 or 0x86DD:
                    return IpDecoder.Decode(rest, ref packet);
                case 0x8100 or 0x88A8 or 0x9100 or 0x9200:
                    if (rest.Length < 4)
                        return DecodeOutcome.Malformed;
                    if (packet.Vlan < 0)
                        packet.Vlan = U16(rest, 0) & 0x0FFF;
                    type = U16(rest, 2);
                    rest = rest[4..];
                    break;
                case 0x8847 or 0x8848:
                    return Mpls(rest, ref packet);
                case 0x8864:
                    return rest.Length < 6 ? DecodeOutcome.Malformed : Ppp(rest[6..], ref packet);
                case <= 1500 when rest.Length >= 8 && rest[0] == 0xAA && rest[1] == 0xAA && rest[2] == 3:
                    type = U16(rest, 6);
                    rest = rest[8..];
                    break;
                case <= 1500 when rest.Length >= 23 && rest[0] == 6 && rest[1] == 6 && rest[2] == 3:
                    // IP's own service access point (RFC 1042).
                    return IpDecoder.DecodeIfIp(rest[3..], ref packet);
                default:
                    return DecodeOutcome.NotIp;
            }
        }

        return DecodeOutcome.Malformed;
    }

    private static DecodeOutcome Mpls(ReadOnlySpan<byte> rest, ref Packet packet)
    {
        for (var depth = 0; depth < DeepestStack; depth++)
        {
            if (rest.Length < 5)
                return DecodeOutcome.Malformed;
            var bottom = (rest[2] & 1) != 0;
            rest = rest[4..];
            if (!bottom)
                continue;
            // No field says what follows (RFC 3032): IP's version tells, a zero nibble is a pseudowire's control word (RFC 4385).
            return (rest[0] >> 4) switch
            {
                4 or 6 => IpDecoder.Decode(rest, ref packet),
                0 when rest.Length > 18 => Ethernet(rest[4..], ref packet),
                _ => DecodeOutcome.NotIp,
            };
        }

        return DecodeOutcome.Malformed;
    }

    /// <summary>PPP (RFC 1661), with HDLC's address and control bytes or without, the protocol field compressed or not.</summary>
    private static DecodeOutcome Ppp(ReadOnlySpan<byte> rest, ref Packet packet)
    {
        if (rest.Length >= 2 && rest[0] == 0xFF && rest[1] == 3)
            rest = rest[2..];
        if (rest.Length < 2)
            return DecodeOutcome.Malformed;
        var compressed = (rest[0] & 1) != 0;
        var protocol = compressed ? rest[0] : U16(rest, 0);
        rest = rest[(compressed ? 1 : 2)..];
        return protocol switch
        {
            0x0021 or 0x0057 => IpDecoder.Decode(rest, ref packet),
            0x0281 or 0x0283 => Mpls(rest, ref packet),
            _ => DecodeOutcome.NotIp,
        };
    }

    /// <summary>A hardware address as a number.</summary>
    /// <param name="bytes">Begins with it.</param>
    public static ulong Mac(ReadOnlySpan<byte> bytes) =>
        ((ulong)BinaryPrimitives.ReadUInt32BigEndian(bytes) << 16) | BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
