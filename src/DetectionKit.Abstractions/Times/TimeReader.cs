using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Times;

/// <summary>Reads moments.</summary>
internal static class TimeReader
{
    public static Timestamp? Read(ImmutableArray<TimeFormatPart> parts, string text, TimeZoneInfo zone, Timestamp now)
    {
        var fields = new TimeFields();
        ReadOnlySpan<char> rest = text;
        foreach (var part in parts)
        {
            if (!TryRead(ref rest, part, fields))
                return null;
        }

        return fields.ToTimestamp(zone, now);
    }

    private static bool TryRead(ref ReadOnlySpan<char> rest, TimeFormatPart part, TimeFields fields)
    {
        if (part.Directive == '\0')
            return TryReadText(ref rest, part.Text);
        if (part.Directive is not ('N' or 'Q' or 'f'))
            rest = rest.TrimStart();
        switch (part.Directive)
        {
            case 'a' or 'A':
                return TryReadName(ref rest, TimeNames.Days, out _);
            case 'b' or 'B' or 'h':
                return TryReadName(ref rest, TimeNames.Months, out var month) && fields.Set(ref fields.Month, month + 1);
            case 'd' or 'e':
                return TryReadNumber(ref rest, 2, 1, 31, out var day) && fields.Set(ref fields.Day, day);
            case 'H' or 'k':
                return TryReadNumber(ref rest, 2, 0, 23, out var hour) && fields.Set(ref fields.Hour, hour);
            case 'I' or 'l':
                return TryReadNumber(ref rest, 2, 1, 12, out var half) && fields.Set(ref fields.Hour, half % 12);
            case 'j':
                return TryReadNumber(ref rest, 3, 1, 366, out var dayOfYear) && fields.Set(ref fields.DayOfYear, dayOfYear);
            case 'm':
                return TryReadNumber(ref rest, 2, 1, 12, out var number) && fields.Set(ref fields.Month, number);
            case 'M':
                return TryReadNumber(ref rest, 2, 0, 59, out fields.Minute);
            case 'S':
                return TryReadNumber(ref rest, 2, 0, 60, out fields.Second);
            case 'p':
                return TryReadHalf(ref rest, fields);
            case 'y':
                return TryReadNumber(ref rest, 2, 0, 99, out var shortYear) && fields.Set(ref fields.Year, shortYear < 69 ? 2000 + shortYear : 1900 + shortYear);
            case 'Y' or 'G':
                return TryReadNumber(ref rest, 4, 1, 9999, out var year) && fields.Set(ref fields.Year, year);
            case 'N' or 'Q' or 'f':
                return TryReadFraction(ref rest, part.Width < 0 ? 9 : part.Width, out fields.Nanoseconds);
            case 's':
                return TryReadEpoch(ref rest, fields);
            case 'z' or 'Z':
                return TryReadZone(ref rest, fields);
            case 'C' or 'g' or 'U' or 'V' or 'W' or 'w' or 'u':
                return TryReadNumber(ref rest, 2, 0, 99, out _);
            default:
                return TryReadText(ref rest, part.Text);
        }
    }

    // A blank in the format stands for any number of blanks.
    private static bool TryReadText(ref ReadOnlySpan<char> rest, string text)
    {
        foreach (var unit in text)
        {
            if (char.IsWhiteSpace(unit))
            {
                rest = rest.TrimStart();
                continue;
            }

            if (rest.IsEmpty || rest[0] != unit)
                return false;
            rest = rest[1..];
        }

        return true;
    }

    private static bool TryReadName(ref ReadOnlySpan<char> rest, ReadOnlySpan<string> names, out int index)
    {
        for (index = 0; index < names.Length; index++)
        {
            if (!rest.StartsWith(names[index].AsSpan(0, 3), StringComparison.OrdinalIgnoreCase))
                continue;
            rest = rest[(rest.StartsWith(names[index], StringComparison.OrdinalIgnoreCase) ? names[index].Length : 3)..];
            return true;
        }

        return false;
    }

    private static bool TryReadNumber(ref ReadOnlySpan<char> rest, int digits, int least, int most, out int number)
    {
        var length = 0;
        number = 0;
        while (length < digits && length < rest.Length && char.IsAsciiDigit(rest[length]))
            number = (number * 10) + (rest[length++] - '0');
        rest = rest[length..];
        return length > 0 && number >= least && number <= most;
    }

    private static bool TryReadFraction(ref ReadOnlySpan<char> rest, int digits, out int nanoseconds)
    {
        var length = 0;
        nanoseconds = 0;
        for (var i = 0; i < 9; i++)
        {
            var isDigit = length == i && i < digits && i < rest.Length && char.IsAsciiDigit(rest[i]);
            length += isDigit ? 1 : 0;
            nanoseconds = (nanoseconds * 10) + (isDigit ? rest[i] - '0' : 0);
        }

        rest = rest[length..];
        return length > 0;
    }

    private static bool TryReadHalf(ref ReadOnlySpan<char> rest, TimeFields fields)
    {
        fields.IsAfternoon = rest.StartsWith("PM", StringComparison.OrdinalIgnoreCase);
        if (!fields.IsAfternoon && !rest.StartsWith("AM", StringComparison.OrdinalIgnoreCase))
            return false;
        rest = rest[2..];
        return true;
    }

    private static bool TryReadEpoch(ref ReadOnlySpan<char> rest, TimeFields fields)
    {
        var length = rest.StartsWith("-", StringComparison.Ordinal) ? 1 : 0;
        while (length < rest.Length && char.IsAsciiDigit(rest[length]))
            length++;
        if (length > 12 || !long.TryParse(rest[..length], System.Globalization.CultureInfo.InvariantCulture, out var seconds))
            return false;
        rest = rest[length..];
        fields.EpochSeconds = seconds;
        return true;
    }

    private static bool TryReadZone(ref ReadOnlySpan<char> rest, TimeFields fields)
    {
        foreach (var (name, offset) in TimeNames.Zones)
        {
            if (!rest.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                continue;
            rest = rest[name.Length..];
            fields.Offset = TimeSpan.FromHours(offset);
            return true;
        }

        if (rest.IsEmpty || rest[0] is not ('+' or '-'))
            return false;
        var sign = rest[0] == '-' ? -1 : 1;
        rest = rest[1..];
        if (!TryReadNumber(ref rest, 2, 0, 14, out var hours))
            return false;
        if (rest.StartsWith(":", StringComparison.Ordinal))
            rest = rest[1..];
        var minutes = 0;
        if (!rest.IsEmpty && char.IsAsciiDigit(rest[0]) && !TryReadNumber(ref rest, 2, 0, 59, out minutes))
            return false;
        fields.Offset = sign * new TimeSpan(hours, minutes, 0);
        return true;
    }
}
