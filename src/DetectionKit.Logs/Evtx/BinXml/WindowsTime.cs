using System.Buffers.Binary;
using System.Globalization;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Evtx.BinXml;

/// <summary>Times as Windows' XML writes them: UTC, steps of 100 ns.</summary>
internal static class WindowsTime
{
    private const string Format = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    private static readonly long FileTimeEpoch = new DateTime(1601, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    /// <summary>100 ns steps since 1601; one beyond the year 9999 stays a number.</summary>
    public static Value OfFileTime(ulong steps) => steps <= (ulong)(DateTime.MaxValue.Ticks - FileTimeEpoch)
        ? Value.Of(new DateTime(FileTimeEpoch + (long)steps, DateTimeKind.Utc).ToString(Format, CultureInfo.InvariantCulture))
        : Value.Of(steps.ToString(CultureInfo.InvariantCulture));

    /// <summary>Year, month, day of week, day, hour, minute, second, millisecond (MS-DTYP 2.3.13); one that no calendar has is absent.</summary>
    public static Value OfSystemTime(ReadOnlySpan<byte> octets)
    {
        Span<int> parts = stackalloc int[8];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = BinaryPrimitives.ReadUInt16LittleEndian(octets[(i * sizeof(ushort))..]);
        if (parts[0] is < 1 or > 9999 || parts[1] is < 1 or > 12 || parts[3] < 1 || parts[3] > DateTime.DaysInMonth(parts[0], parts[1])
            || parts[4] > 23 || parts[5] > 59 || parts[6] > 59 || parts[7] > 999)
        {
            return Value.Null;
        }

        var time = new DateTime(parts[0], parts[1], parts[3], parts[4], parts[5], parts[6], parts[7], DateTimeKind.Utc);
        return Value.Of(time.ToString(Format, CultureInfo.InvariantCulture));
    }
}
