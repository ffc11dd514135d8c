using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Times;

/// <summary>Writes moments.</summary>
internal static class TimeWriter
{
    public static string Write(ImmutableArray<TimeFormatPart> parts, Timestamp time, TimeZoneInfo zone)
    {
        var nanoseconds = time.Nanoseconds - (FloorDivide(time.Nanoseconds, Timestamp.NanosecondsPerSecond) * Timestamp.NanosecondsPerSecond);
        var utc = time.ToUtc();
        var offset = zone.GetUtcOffset(utc);
        var local = utc.Add(offset);
        var text = new StringBuilder();
        foreach (var part in parts)
            Write(text, part, new(local, offset, nanoseconds, FloorDivide(time.Nanoseconds, Timestamp.NanosecondsPerSecond), zone));
        return text.ToString();
    }

    private static void Write(StringBuilder text, TimeFormatPart part, Moment moment)
    {
        var local = moment.Local;
        _ = part.Directive switch
        {
            '\0' => text.Append(part.Text),
            'a' => text.Append(TimeNames.Days[(int)local.DayOfWeek].AsSpan(0, 3)),
            'A' => text.Append(TimeNames.Days[(int)local.DayOfWeek]),
            'b' or 'h' => text.Append(TimeNames.Months[local.Month - 1].AsSpan(0, 3)),
            'B' => text.Append(TimeNames.Months[local.Month - 1]),
            'C' => Number(text, local.Year / 100, 2),
            'd' => Number(text, local.Day, 2),
            'e' => Number(text, local.Day, 2, ' '),
            'f' => Number(text, moment.Nanoseconds / 1000, 6),
            'g' => Number(text, ISOWeek.GetYear(local) % 100, 2),
            'G' => Number(text, ISOWeek.GetYear(local), 4),
            'H' => Number(text, local.Hour, 2),
            'I' => Number(text, TwelveHours(local), 2),
            'j' => Number(text, local.DayOfYear, 3),
            'k' => Number(text, local.Hour, 2, ' '),
            'l' => Number(text, TwelveHours(local), 2, ' '),
            'm' => Number(text, local.Month, 2),
            'M' => Number(text, local.Minute, 2),
            'N' => Fraction(text, moment.Nanoseconds, part.Width < 0 ? 9 : part.Width),
            'p' => text.Append(local.Hour < 12 ? "AM" : "PM"),
            'Q' => Fraction(text, moment.Nanoseconds, part.Width < 0 ? 3 : part.Width),
            's' => text.Append(CultureInfo.InvariantCulture, $"{moment.EpochSeconds}"),
            'S' => Number(text, local.Second, 2),
            'u' => Number(text, local.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)local.DayOfWeek, 1),
            'U' => Number(text, (local.DayOfYear + 6 - (int)local.DayOfWeek) / 7, 2),
            'V' => Number(text, ISOWeek.GetWeekOfYear(local), 2),
            'w' => Number(text, (int)local.DayOfWeek, 1),
            'W' => Number(text, (local.DayOfYear + 6 - (((int)local.DayOfWeek + 6) % 7)) / 7, 2),
            'y' => Number(text, local.Year % 100, 2),
            'Y' => Number(text, local.Year, 4),
            'z' => Offset(text, moment.Offset, part.Width),
            'Z' => ZoneName(text, moment),
            _ => text.Append(part.Text),
        };
    }

    private static int TwelveHours(DateTime time) => time.Hour % 12 == 0 ? 12 : time.Hour % 12;

    private static StringBuilder Number(StringBuilder text, long number, int width, char fill = '0') =>
        text.Append(number.ToString(CultureInfo.InvariantCulture).PadLeft(width, fill));

    private static StringBuilder Fraction(StringBuilder text, long nanoseconds, int digits)
    {
        var all = nanoseconds.ToString("D9", CultureInfo.InvariantCulture);
        return text.Append(all.AsSpan(0, Math.Clamp(digits, 1, 9)));
    }

    // Width is the number of colons: +0530, +05:30, +05:30:00, and with three the shortest that says it all.
    private static StringBuilder Offset(StringBuilder text, TimeSpan offset, int colons)
    {
        var size = offset.Duration();
        Number(text.Append(offset < TimeSpan.Zero ? '-' : '+'), size.Hours, 2);
        if (colons == 3 && size.Minutes == 0)
            return text;
        Number(colons > 0 ? text.Append(':') : text, size.Minutes, 2);
        return colons == 2 ? Number(text.Append(':'), size.Seconds, 2) : text;
    }

    // The framework knows no abbreviations; a zone without one is named by its offset, as tzdata does.
    private static StringBuilder ZoneName(StringBuilder text, Moment moment) =>
        moment.Zone.HasSameRules(TimeZoneInfo.Utc) ? text.Append("UTC") : Offset(text, moment.Offset, 3);

    private static long FloorDivide(long number, long by) => (number / by) - (number % by < 0 ? 1 : 0);

    private readonly record struct Moment(DateTime Local, TimeSpan Offset, long Nanoseconds, long EpochSeconds, TimeZoneInfo Zone);
}
