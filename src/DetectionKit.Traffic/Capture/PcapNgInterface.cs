using System.Buffers.Binary;

namespace DetectionKit.Traffic.Capture;

/// <summary>What an Interface Description Block says that packets need (draft-ietf-opsawg-pcapng, section 4.2).</summary>
/// <param name="LinkType">What its frames begin with.</param>
/// <param name="SnapLength">The most bytes of a frame that were kept; 0: no limit.</param>
/// <param name="UnitsPerSecond">Time stamps a second, after <c>if_tsresol</c>.</param>
/// <param name="OffsetSeconds"><c>if_tsoffset</c>.</param>
internal readonly record struct PcapNgInterface(LinkType LinkType, uint SnapLength, ulong UnitsPerSecond, long OffsetSeconds)
{
    private const ushort TimestampResolution = 9;
    private const ushort TimestampOffset = 14;

    /// <summary>Reads the block's body.</summary>
    /// <param name="body">From the link type on.</param>
    /// <param name="swapped">Whether the section's byte order is most significant first.</param>
    public static PcapNgInterface Parse(ReadOnlySpan<byte> body, bool swapped)
    {
        var linkType = (LinkType)U16(body, swapped);
        var snap = U32(body[4..], swapped);
        var units = 1_000_000UL;
        var offset = 0L;
        var options = body[8..];
        while (options.Length >= 4)
        {
            var code = U16(options, swapped);
            var length = U16(options[2..], swapped);
            if (code == 0 || length > options.Length - 4)
                break;
            var value = options.Slice(4, length);
            if (code == TimestampResolution && length >= 1)
                units = Units(value[0]);
            else if (code == TimestampOffset && length >= 8)
                offset = (long)U64(value, swapped);
            options = options[Math.Min(options.Length, 4 + ((length + 3) & ~3))..];
        }

        return new(linkType, snap, units, Math.Clamp(offset, -4_000_000_000, 4_000_000_000));
    }

    /// <summary>A time stamp in nanoseconds since the epoch.</summary>
    /// <param name="units">As the block gives it.</param>
    public long ToNanoseconds(ulong units)
    {
        var seconds = units / UnitsPerSecond;
        var rest = (UInt128)(units % UnitsPerSecond) * 1_000_000_000 / UnitsPerSecond;
        return ((long)Math.Min(seconds, 5_000_000_000) + OffsetSeconds) * 1_000_000_000 + (long)rest;
    }

    private static ulong Units(byte resolution)
    {
        var exponent = resolution & 0x7F;
        if ((resolution & 0x80) != 0)
            return 1UL << Math.Min(exponent, 63);
        var units = 1UL;
        for (var i = 0; i < Math.Min(exponent, 19); i++)
            units *= 10;
        return units;
    }

    private static ushort U16(ReadOnlySpan<byte> b, bool swapped) =>
        swapped ? BinaryPrimitives.ReadUInt16BigEndian(b) : BinaryPrimitives.ReadUInt16LittleEndian(b);

    private static uint U32(ReadOnlySpan<byte> b, bool swapped) =>
        swapped ? BinaryPrimitives.ReadUInt32BigEndian(b) : BinaryPrimitives.ReadUInt32LittleEndian(b);

    private static ulong U64(ReadOnlySpan<byte> b, bool swapped) =>
        swapped ? BinaryPrimitives.ReadUInt64BigEndian(b) : BinaryPrimitives.ReadUInt64LittleEndian(b);
}
