using System.Buffers.Binary;

namespace DetectionKit.Testing.Variants.Packets;

/// <summary>Writes lengths and checksums of IP headers.</summary>
internal static class IpHeader
{
    /// <summary>Sets the packet's length, and the header's checksum where there is one.</summary>
    /// <param name="packet">The packet from its IP header on.</param>
    public static void Fit(Span<byte> packet)
    {
        if (packet[0] >> 4 == 6)
        {
            BinaryPrimitives.WriteUInt16BigEndian(packet[4..], (ushort)(packet.Length - 40));
            return;
        }

        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], (ushort)packet.Length);
        BinaryPrimitives.WriteUInt16BigEndian(packet[10..], 0);
        var sum = 0;
        for (var at = 0; at < (packet[0] & 15) * 4; at += 2)
            sum += BinaryPrimitives.ReadUInt16BigEndian(packet[at..]);
        sum = (sum & 0xFFFF) + (sum >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(packet[10..], (ushort)~(sum + (sum >> 16)));
    }

    /// <summary>An IPv4 packet between two fixed tunnel ends.</summary>
    public static byte[] Outer4(byte protocol, ReadOnlySpan<byte> payload)
    {
        byte[] packet = [0x45, 0, 0, 0, 0, 0, 0, 0, 64, protocol, 0, 0, 198, 18, 0, 1, 198, 18, 0, 2, .. payload];
        Fit(packet);
        return packet;
    }

    /// <summary>A datagram between them.</summary>
    public static byte[] OuterUdp(ushort port, ReadOnlySpan<byte> payload)
    {
        var length = payload.Length + 8;
        return Outer4(PacketLayout.Udp, [0xC3, 0x50, (byte)(port >> 8), (byte)port, (byte)(length >> 8), (byte)length, 0, 0, .. payload]);
    }
}
