using System.Buffers.Binary;

namespace DetectionKit.Traffic.Replay;

/// <summary>
/// Exchanges addresses and ports in a frame: ARP, IPv4, IPv6, and the ports of TCP and UDP right behind. Checksums follow by the difference (RFC 1624), so one
/// that was right stays right, and one that was wrong, or of a packet that is not whole, stays what it was. What a tunnel or an ICMP error carries is left.
/// </summary>
public static class FrameMapper
{
    private const int Tcp = 6;
    private const int Udp = 17;
    private const int IcmpV6 = 58;

    /// <summary>Exchanges what the map says.</summary>
    /// <param name="frame">An Ethernet frame.</param>
    /// <param name="map">The map.</param>
    public static void Apply(Span<byte> frame, ReplayMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var at = 12;
        while (frame.Length >= at + 6 && U16(frame[at..]) is 0x8100 or 0x88A8 or 0x9100)
            at += 4;
        if (frame.Length < at + 2)
            return;
        var packet = frame[(at + 2)..];
        switch (U16(frame[at..]))
        {
            case 0x0806 when packet.Length >= 28 && U16(packet[2..]) == 0x0800:
                map.Apply(packet.Slice(14, 4));
                map.Apply(packet.Slice(24, 4));
                break;
            case 0x0800:
                Ipv4(packet, map);
                break;
            case 0x86DD:
                Ipv6(packet, map);
                break;
        }
    }

    private static void Ipv4(Span<byte> packet, ReplayMap map)
    {
        if (packet.Length < 20)
            return;
        var length = (packet[0] & 15) * 4;
        if (length < 20 || packet.Length < length)
            return;
        var difference = Exchange(packet.Slice(12, 8), 4, map);
        Adjust(packet.Slice(10, 2), difference);
        if ((U16(packet[6..]) & 0x1FFF) == 0)
            Transport(packet[length..], packet[9], difference, map);
    }

    private static void Ipv6(Span<byte> packet, ReplayMap map)
    {
        if (packet.Length < 40)
            return;
        var difference = Exchange(packet.Slice(8, 32), 16, map);
        var (next, at) = ((int)packet[6], 40);
        // Hop-by-hop, routing and destination options; a fragment's first piece still has its ports.
        while (next is 0 or 43 or 44 or 60 && packet.Length >= at + 8)
        {
            if (next == 44 && (U16(packet[(at + 2)..]) & 0xFFF8) != 0)
                return;
            var size = next == 44 ? 8 : (packet[at + 1] + 1) * 8;
            next = packet[at];
            at += size;
        }

        if (at <= packet.Length)
            Transport(packet[at..], next, difference, map);
    }

    private static void Transport(Span<byte> segment, int protocol, uint difference, ReplayMap map)
    {
        if (protocol is Tcp or Udp && segment.Length >= 4)
        {
            difference = Port(segment[..2], difference, map);
            difference = Port(segment[2..4], difference, map);
        }

        var checksum = protocol switch { Tcp => 16, Udp => 6, IcmpV6 => 2, _ => -1 };
        if (checksum < 0 || segment.Length < checksum + 2 || (protocol == Udp && U16(segment[checksum..]) == 0))
            return;
        Adjust(segment.Slice(checksum, 2), difference);
        if (protocol == Udp && U16(segment[checksum..]) == 0)
            BinaryPrimitives.WriteUInt16BigEndian(segment[checksum..], 0xFFFF);
    }

    private static uint Port(Span<byte> at, uint difference, ReplayMap map)
    {
        var old = U16(at);
        var port = map.Port(old);
        BinaryPrimitives.WriteUInt16BigEndian(at, port);
        return difference + (~(uint)old & 0xFFFF) + port;
    }

    // The sum of ~old and new over both addresses, in 16-bit words.
    private static uint Exchange(Span<byte> both, int size, ReplayMap map)
    {
        var difference = 0U;
        for (var at = 0; at < both.Length; at += 2)
            difference += ~(uint)U16(both[at..]) & 0xFFFF;
        map.Apply(both[..size]);
        map.Apply(both[size..]);
        for (var at = 0; at < both.Length; at += 2)
            difference += U16(both[at..]);
        return difference;
    }

    private static void Adjust(Span<byte> checksum, uint difference)
    {
        var sum = (~(uint)U16(checksum) & 0xFFFF) + difference;
        while (sum > 0xFFFF)
            sum = (sum & 0xFFFF) + (sum >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(checksum, (ushort)(~sum & 0xFFFF));
    }

    private static ushort U16(ReadOnlySpan<byte> at) => BinaryPrimitives.ReadUInt16BigEndian(at);
}
