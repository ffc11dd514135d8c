using System.Buffers.Binary;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Rdp;

/// <summary>The SYN and SYN+ACK datagrams of RDP's UDP transport ([MS-RDPEUDP] sections 2.2.2.1 and 2.2.2.5).</summary>
internal static class RdpUdp
{
    private const int Syn = 1, Ack = 4;

    /// <summary>Sequence number, then the receive window, then flags of which SYN is one.</summary>
    public static Prefix Prefix { get; } = new(
        ByteSet.Any, ByteSet.Any, ByteSet.Any, ByteSet.Any, ByteSet.Range(0, 0x10), ByteSet.Any, ByteSet.Where(b => (b & ~0x3E) == 0), ByteSet.Of(Syn, Syn | Ack));

    /// <summary>Judges one datagram.</summary>
    public static Claim Judge(ReadOnlySpan<byte> bytes, int wireLength)
    {
        if (bytes.Length < 16 || wireLength is < 1132 or > 1232)
            return Claim.No;
        var source = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        int window = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]), flags = BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]);
        int up = BinaryPrimitives.ReadUInt16BigEndian(bytes[12..]), down = BinaryPrimitives.ReadUInt16BigEndian(bytes[14..]);
        if ((flags & Syn) == 0 || (flags & ~0x3E05) != 0 || up is < 1132 or > 1232 || down is < 1132 or > 1232 || window is 0 or > 4096)
            return Claim.No;
        var answer = (flags & Ack) != 0;
        if (!answer && source != uint.MaxValue)
            return Claim.No;
        return Claim.Yes(answer ? 36 : 64, answer ? Role.Server : Role.Client, "UDP transport SYN");
    }
}
