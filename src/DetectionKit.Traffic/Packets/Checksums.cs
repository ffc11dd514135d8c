using System.Buffers.Binary;
using System.Numerics;

namespace DetectionKit.Traffic.Packets;

/// <summary>The Internet checksum (RFC 1071) of IPv4's header, TCP, UDP, ICMP and GRE, and SCTP's CRC32c (RFC 9260 section 6.8).</summary>
internal static class Checksums
{
    private const int SctpHeader = 12;

    /// <summary>Whether a range that holds its own checksum is sound.</summary>
    /// <param name="bytes">The range.</param>
    /// <param name="beginning">What was summed before it.</param>
    public static bool Holds(ReadOnlySpan<byte> bytes, ulong beginning = 0) => Fold(Sum(bytes, beginning)) == 0xFFFF;

    /// <summary>Whether a transport's checksum is sound, as far as it can be told: where all was captured and the packet's own addresses are in it.</summary>
    /// <param name="p">Its payload begins with the transport's header.</param>
    public static bool TransportHolds(in Packet p)
    {
        var data = p.Payload;
        if (data.Length != p.PayloadLength)
            return true;
        switch (p.Protocol)
        {
            case IpProtocol.Tcp when data.Length >= 20:
                break;
            case IpProtocol.Udp when data.Length >= 8:
                // 0: the sender made none (RFC 768).
                if (data[6] == 0 && data[7] == 0)
                    return true;
                int length = BinaryPrimitives.ReadUInt16BigEndian(data[4..]);
                if (length >= 8 && length < data.Length)
                    data = data[..length];
                break;
            case IpProtocol.Icmp when p.IpVersion == 4:
                return Holds(data);
            case IpProtocol.IcmpV6:
                break;
            case IpProtocol.Gre when data.Length >= 8 && (data[0] & 0x80) != 0 && (data[1] & 7) == 0:
                return Holds(data); // RFC 2784 section 2.5
            case IpProtocol.Sctp when data.Length >= SctpHeader:
                return SctpHolds(data);
            default:
                return true;
        }

        var pseudo = Halves(p.SourceHigh) + Halves(p.SourceLow) + Halves(p.DestinationHigh) + Halves(p.DestinationLow) + p.Protocol + (ulong)data.Length;
        return Holds(data, pseudo);
    }

    /// <summary>The CRC over everything, with zeros where it stands itself.</summary>
    private static bool SctpHolds(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        for (var at = 0; at < data.Length; at++)
            crc = BitOperations.Crc32C(crc, at is >= 8 and < SctpHeader ? (byte)0 : data[at]);
        return BinaryPrimitives.ReadUInt32LittleEndian(data[8..]) == ~crc;
    }

    private static ulong Halves(ulong address) => (address >> 32) + (address & 0xFFFFFFFF);

    private static ulong Sum(ReadOnlySpan<byte> bytes, ulong sum)
    {
        for (; bytes.Length >= 4; bytes = bytes[4..])
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (bytes.Length >= 2)
        {
            sum += BinaryPrimitives.ReadUInt16BigEndian(bytes);
            bytes = bytes[2..];
        }

        return bytes.IsEmpty ? sum : sum + ((ulong)bytes[0] << 8);
    }

    private static ulong Fold(ulong sum)
    {
        while (sum > 0xFFFF)
            sum = (sum & 0xFFFF) + (sum >> 16);
        return sum;
    }
}
