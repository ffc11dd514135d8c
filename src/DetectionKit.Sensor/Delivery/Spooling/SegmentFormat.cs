using System.Buffers.Binary;
using System.Globalization;

namespace DetectionKit.Sensor.Delivery.Spooling;

/// <summary>
/// A segment is a file of records, one behind the other: length (4 bytes, least significant first), CRC-32C of the payload (4), payload. It is only ever
/// appended to. What does not check out ends the segment: a write that a crash cut.
/// </summary>
internal static class SegmentFormat
{
    public const int HeaderBytes = 8;

    /// <summary>The most bytes of one record.</summary>
    public const int LargestRecord = 1 << 20;

    public static string FileName(long number) => number.ToString("D12", CultureInfo.InvariantCulture) + ".seg";

    /// <summary>The number in a segment's name; null: it is no segment.</summary>
    public static long? NumberOf(string path) =>
        path.EndsWith(".seg", StringComparison.Ordinal) && long.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static void WriteHeader(Span<byte> header, ReadOnlySpan<byte> payload)
    {
        BinaryPrimitives.WriteInt32LittleEndian(header, payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], Checksum(payload));
    }

    /// <summary>The payload's length; null: this is no header.</summary>
    public static int? LengthOf(ReadOnlySpan<byte> header) =>
        BinaryPrimitives.ReadInt32LittleEndian(header) is var length and > 0 and <= LargestRecord ? length : null;

    public static bool IsWhole(ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload) => BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) == Checksum(payload);

    private static uint Checksum(ReadOnlySpan<byte> payload)
    {
        var crc = uint.MaxValue;
        foreach (var b in payload)
            crc = System.Numerics.BitOperations.Crc32C(crc, b);
        return ~crc;
    }
}
