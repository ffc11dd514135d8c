using System.Globalization;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Time;

/// <summary>Splunk's relative time: <c>-24h@h</c>, <c>@d+3h</c>, <c>now</c>, epoch seconds. Manual: Time modifiers for search.</summary>
internal static class RelativeTime
{
    /// <summary>The moment that the text names, seen from <paramref name="now"/>; null where it cannot be read.</summary>
    public static Timestamp? Apply(string text, Timestamp now, TimeZoneInfo zone)
    {
        var rest = text.AsSpan().Trim();
        if (double.TryParse(rest, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var epoch))
            return epoch < 9e9 ? Timestamp.FromSeconds(epoch) : null;
        if (rest.StartsWith("now", StringComparison.OrdinalIgnoreCase))
            rest = rest[3..].StartsWith("()", StringComparison.Ordinal) ? rest[5..] : rest[3..];
        var local = TimeZoneInfo.ConvertTimeFromUtc(now.ToUtc(), zone);
        while (!rest.IsEmpty)
        {
            if (Step(ref rest, local) is not { } next)
                return null;
            local = next;
        }

        var utc = local - zone.GetUtcOffset(local);
        return new Timestamp((utc - DateTime.UnixEpoch).Ticks * 100);
    }

    private static DateTime? Step(ref ReadOnlySpan<char> rest, DateTime local)
    {
        var sign = rest[0];
        if (sign is not ('+' or '-' or '@'))
            return null;
        rest = rest[1..];
        var digits = 0;
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
            digits++;
        var letters = 0;
        while (letters < rest.Length && char.IsAsciiLetter(rest[letters]))
            letters++;
        if (sign == '@')
        {
            var end = letters + (rest[..letters].Equals("w", StringComparison.OrdinalIgnoreCase) && letters < rest.Length && char.IsAsciiDigit(rest[letters]) ? 1 : 0);
            var snap = rest[..end];
            rest = rest[end..];
            return Snap(local, snap);
        }

        var amount = 1;
        if (digits > 0 && !int.TryParse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out amount))
            return null;
        rest = rest[digits..];
        letters = 0;
        while (letters < rest.Length && char.IsAsciiLetter(rest[letters]))
            letters++;
        var unit = UnitOf(rest[..letters]);
        rest = rest[letters..];
        return unit is { } known ? Shift(local, sign == '-' ? -amount : amount, known) : null;
    }

    private static DateTime? Shift(DateTime local, int amount, Unit unit)
    {
        try
        {
            return unit switch
            {
                Unit.Second => local.AddSeconds(amount),
                Unit.Minute => local.AddMinutes(amount),
                Unit.Hour => local.AddHours(amount),
                Unit.Day => local.AddDays(amount),
                Unit.Week => local.AddDays(7.0 * amount),
                Unit.Month => local.AddMonths(amount),
                Unit.Quarter => local.AddMonths(checked(3 * amount)),
                Unit.Year => local.AddYears(amount),
            };
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    // Weeks begin on Sunday (w0); w7 is Sunday too.
    private static DateTime? Snap(DateTime local, ReadOnlySpan<char> unit)
    {
        if (unit.Length == 2 && unit[0] is 'w' or 'W' && unit[1] is >= '0' and <= '7')
            return local.Date.AddDays(-(((int)local.DayOfWeek - ((unit[1] - '0') % 7) + 7) % 7));
        return UnitOf(unit) switch
        {
            Unit.Second => local.AddTicks(-(local.Ticks % TimeSpan.TicksPerSecond)),
            Unit.Minute => local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute)),
            Unit.Hour => local.AddTicks(-(local.Ticks % TimeSpan.TicksPerHour)),
            Unit.Day => local.Date,
            Unit.Week => local.Date.AddDays(-(int)local.DayOfWeek),
            Unit.Month => new DateTime(local.Year, local.Month, 1),
            Unit.Quarter => new DateTime(local.Year, (((local.Month - 1) / 3) * 3) + 1, 1),
            Unit.Year => new DateTime(local.Year, 1, 1),
            null => null,
        };
    }

    private static Unit? UnitOf(ReadOnlySpan<char> text) => text switch
    {
        "s" or "sec" or "secs" or "second" or "seconds" => Unit.Second,
        "m" or "min" or "mins" or "minute" or "minutes" => Unit.Minute,
        "h" or "hr" or "hrs" or "hour" or "hours" => Unit.Hour,
        "d" or "day" or "days" => Unit.Day,
        "w" or "week" or "weeks" => Unit.Week,
        "mon" or "month" or "months" => Unit.Month,
        "q" or "qtr" or "qtrs" or "quarter" or "quarters" => Unit.Quarter,
        "y" or "yr" or "yrs" or "year" or "years" => Unit.Year,
        _ => null,
    };

    private enum Unit
    {
        Second,
        Minute,
        Hour,
        Day,
        Week,
        Month,
        Quarter,
        Year,
    }
}
