using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Quic;

/// <summary>Integers of variable length (RFC 9000 section 16): the upper two bits of the first byte say how many bytes there are.</summary>
internal static class QuicInteger
{
    /// <summary>Reads one; false where the bytes end before it does.</summary>
    public static bool TryRead(ref ByteReader reader, out ulong value)
    {
        var first = reader.U8();
        value = (ulong)first & 0x3F;
        for (var more = (1 << (first >> 6)) - 1; more > 0; more--)
            value = value << 8 | reader.U8();
        return !reader.Short;
    }
}
