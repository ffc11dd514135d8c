using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Gtp;

/// <summary>
/// The information elements of GTP version 1 (3GPP TS 29.060 section 7.7, table 37): below 128 of a size that the type tells, from 128 on with a length.
/// </summary>
internal static class GtpElements
{
    /// <summary>How many elements fill the bytes to their end; 0 where they do not.</summary>
    /// <param name="bytes">What stands behind the header.</param>
    /// <param name="cut">Whether the capture cut the datagram, so that the last element may be short.</param>
    public static int Count(ReadOnlySpan<byte> bytes, bool cut)
    {
        var reader = new ByteReader(bytes);
        var count = 0;
        byte before = 0;
        while (reader.Left > 0)
        {
            var type = reader.U8();
            var size = type < 128 ? Size(type) : reader.U16();
            reader.Skip(size);
            // Elements stand in the order of their types.
            if (size < 0 || type < before)
                return 0;
            if (reader.Short)
                return cut ? count : 0;
            before = type;
            count++;
        }

        return count;
    }

    private static int Size(byte type) => type switch
    {
        1 or 8 or 11 or 13 or 14 or 15 or 19 or 20 or 21 or 23 or 24 or 29 or 126 => 1,
        25 or 26 or 27 or 28 => 2,
        12 => 3,
        4 or 5 or 16 or 17 or 127 => 4,
        18 => 5,
        3 => 6,
        2 => 8,
        22 => 9,
        9 => 28,
        _ => -1,
    };
}
