using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace DetectionKit.Sensor.Delivery.Spooling;

/// <summary>
/// A segment is a file of records, one behind the other: a mark (4 bytes), the payload's length (4, least significant first), a number that grows from record to
/// record (8), CRC-32C of these two and the payload (4), the payload. It is only ever appended to. Payloads are UTF-8, in which the mark's bytes do not occur: behind
/// damage, the next mark whose record checks out is the next record.
/// </summary>
internal static class SegmentFormat
{
    public const int HeaderBytes = 20;

    /// <summary>The most bytes of one record's payload.</summary>
    public const int LargestRecord = 1 << 20;

    private const int NumberedFrom = 4;
    private const int NumberedBytes = 12;

    /// <summary>What every record begins with.</summary>
    public static ReadOnlySpan<byte> Mark => [0xFE, 0xDC, 0xFF, 0x02];

    public static string FileName(long number) => number.ToString("D12", CultureInfo.InvariantCulture) + ".seg";

    /// <summary>The number in a segment's name; null: it is no segment.</summary>
    public static long? NumberOf(string path) =>
        path.EndsWith(".seg", StringComparison.Ordinal) && long.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static void WriteHeader(Span<byte> header, long sequence, ReadOnlySpan<byte> payload)
    {
        Mark.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], payload.Length);
        BinaryPrimitives.WriteInt64LittleEndian(header[8..], sequence);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], Checksum(header, payload));
    }

    /// <summary>The payload's length; null: this is no header.</summary>
    public static int? LengthOf(ReadOnlySpan<byte> header) =>
        header.StartsWith(Mark) && BinaryPrimitives.ReadInt32LittleEndian(header[4..]) is var length and > 0 and <= LargestRecord ? length : null;

    public static long SequenceOf(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadInt64LittleEndian(header[8..]);

    public static bool IsWhole(ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload) => BinaryPrimitives.ReadUInt32LittleEndian(header[16..]) == Checksum(header, payload);

    private static uint Checksum(ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload) => ~Continue(Continue(uint.MaxValue, header.Slice(NumberedFrom, NumberedBytes)), payload);

    private static uint Continue(uint crc, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            crc = BitOperations.Crc32C(crc, word);
        foreach (var b in bytes[(words.Length * sizeof(ulong))..])
            crc = BitOperations.Crc32C(crc, b);
        return crc;
    }
}
