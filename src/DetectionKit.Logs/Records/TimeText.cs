using System.Globalization;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Records;

/// <summary>
/// Reads the times that logs write: epoch seconds (also milli-, micro- and nanoseconds, told by size), ISO 8601 (RFC 3339), <c>2024/05/10 11:08:39</c>,
/// <c>10/May/2024:11:08:39 +0200</c> (common log format), <c>05/10/2024 11:08:39 AM</c>, <c>May 10 11:08:39</c> (RFC 3164: no year; 2000 is taken, see <see cref="Before"/>). Without an offset: UTC.
/// </summary>
public static class TimeText
{
    // A moment is nanoseconds since 1970 in 64 bits.
    private const int FirstYear = 1970;
    private const int LastYear = 2200;

    private static readonly string[] Formats =
    [
        "dd/MMM/yyyy:HH:mm:ss zzz", "dd/MMM/yyyy:HH:mm:ss", "MM/dd/yyyy hh:mm:ss tt", "M/d/yyyy h:mm:ss tt", "MM/dd/yyyy hh:mm:ss.fff tt", "MM/dd/yyyy HH:mm:ss.fff",
        "MM/dd/yyyy HH:mm:ss", "ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy", "MMM dd yyyy HH:mm:ss",
    ];

    /// <summary>The moment that a field's value says.</summary>
    /// <param name="value">A number or text.</param>
    /// <param name="time">The moment.</param>
    public static bool TryRead(Value value, out Timestamp time)
    {
        time = default;
        return value.Kind switch
        {
            ValueKind.Integer or ValueKind.Number => value.TryGetNumber(out var number) && TryEpoch(number, out time),
            ValueKind.Text => TryRead(value.ToText(), out time),
            ValueKind.Null or ValueKind.Multi => false,
            _ => false,
        };
    }

    /// <summary>The moment that a text says.</summary>
    /// <param name="text">The text.</param>
    /// <param name="time">The moment.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out Timestamp time)
    {
        text = text.Trim();
        time = default;
        if (text.Length is 0 or > 64)
            return false;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return TryEpoch(number, out time);
        if (TryIso(text, out time))
            return true;
        if (DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite, out var date))
        {
            if (date.Year is < FirstYear or > LastYear)
                return false;
            time = Of(date.UtcTicks, 0);
            return true;
        }

        return TrySyslog(text, out time);
    }

    /// <summary>Epoch seconds to nanoseconds, told by size.</summary>
    /// <param name="number">The number.</param>
    /// <param name="time">The moment.</param>
    public static bool TryEpoch(double number, out Timestamp time)
    {
        time = default;
        var seconds = number switch { >= 1e17 => number / 1e9, >= 1e14 => number / 1e6, >= 1e11 => number / 1e3, _ => number };
        if (!double.IsFinite(seconds) || seconds is < 0 or > 9e9)
            return false;
        time = Timestamp.FromSeconds(seconds);
        return true;
    }

    /// <summary>A time without a year, in the last year in which it is not more than a day after another (a sender's clock and zone may be off).</summary>
    /// <param name="time">The time as it was read, in the year 2000.</param>
    /// <param name="latest">The other.</param>
    public static Timestamp Before(Timestamp time, Timestamp latest)
    {
        // Every eight years there is a 29th of February.
        const int years = 8;
        var date = time.ToUtc();
        var limit = latest.ToUtc().AddDays(1);
        for (var year = limit.Year; year > limit.Year - years && year > 0; year--)
        {
            if (date.Day > DateTime.DaysInMonth(year, date.Month))
                continue;
            var moved = new DateTime(year, date.Month, date.Day, 0, 0, 0, DateTimeKind.Utc) + date.TimeOfDay;
            if (moved <= limit)
                return Of(moved.Ticks, 0);
        }

        return time;
    }

    // yyyy-MM-dd, or with slashes; T or a blank; HH:mm:ss; a fraction after a point or comma; Z, +hh:mm, +hhmm or nothing.
    private static bool TryIso(ReadOnlySpan<char> text, out Timestamp time)
    {
        time = default;
        if (text.Length < 19 || text[4] is not ('-' or '/') || text[7] != text[4] || text[10] is not ('T' or 't' or ' ' or ':') || text[13] != ':' || text[16] != ':')
            return false;
        if (!Number(text[..4], out var year) || !Number(text[5..7], out var month) || !Number(text[8..10], out var day)
            || !Number(text[11..13], out var hour) || !Number(text[14..16], out var minute) || !Number(text[17..19], out var second))
        {
            return false;
        }

        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 60)
            return false;
        var rest = text[19..];
        if (!TakeFraction(ref rest, out var nanoseconds) || !TryOffset(rest, out var offset))
            return false;
        var ticks = new DateTime(year, month, day, hour, minute, Math.Min(second, 59), DateTimeKind.Utc).Ticks - (offset * TimeSpan.TicksPerMinute);
        time = Of(ticks, nanoseconds);
        return true;
    }

    private static bool TakeFraction(ref ReadOnlySpan<char> rest, out long nanoseconds)
    {
        nanoseconds = 0;
        if (rest.IsEmpty || rest[0] is not ('.' or ','))
            return true;
        var digits = 0;
        for (rest = rest[1..]; !rest.IsEmpty && char.IsAsciiDigit(rest[0]); rest = rest[1..])
        {
            if (digits < 9)
                nanoseconds = (nanoseconds * 10) + (rest[0] - '0');
            digits++;
        }

        for (var i = digits; i < 9; i++)
            nanoseconds *= 10;
        return digits > 0;
    }

    private static bool TryOffset(ReadOnlySpan<char> rest, out int minutes)
    {
        minutes = 0;
        rest = rest.Trim();
        if (rest.IsEmpty || rest is "Z" or "z" or "UTC" or "GMT")
            return true;
        if (rest[0] is not ('+' or '-'))
            return false;
        var sign = rest[0] == '-' ? -1 : 1;
        rest = rest[1..];
        if (rest.Length == 5 && rest[2] == ':' && Number(rest[..2], out var hours) && Number(rest[3..], out var past))
            minutes = (hours * 60) + past;
        else if (rest.Length == 4 && Number(rest, out var both))
            minutes = (both / 100 * 60) + (both % 100);
        else if (rest.Length == 2 && Number(rest, out hours))
            minutes = hours * 60;
        else
            return false;
        minutes *= sign;
        return Math.Abs(minutes) <= 24 * 60;
    }

    private static bool TrySyslog(ReadOnlySpan<char> text, out Timestamp time)
    {
        time = default;
        if (text.Length < 14 || !char.IsAsciiLetter(text[0]))
            return false;
        if (!DateTime.TryParseExact($"2000 {text[..Math.Min(15, text.Length)]}", "yyyy MMM d HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date))
            return false;
        time = Of(date.Ticks, 0);
        return true;
    }

    private static bool Number(ReadOnlySpan<char> digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static Timestamp Of(long utcTicks, long nanoseconds) => new(((utcTicks - DateTime.UnixEpoch.Ticks) * 100) + nanoseconds);
}
