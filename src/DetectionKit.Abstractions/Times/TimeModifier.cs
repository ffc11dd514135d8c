using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Times;

/// <summary>
/// A relative time, read once: <c>-24h@h</c>, <c>@d+3h</c>, <c>-1mon@mon</c>, <c>@w0</c>, <c>now</c> (Splunk Search Manual, "Specify time modifiers in your search").
/// Steps apply from left to right. Immutable.
/// </summary>
public sealed class TimeModifier
{
    private readonly ImmutableArray<Step> _steps;

    private TimeModifier(string text, ImmutableArray<Step> steps)
    {
        Text = text;
        _steps = steps;
    }

    /// <summary>The modifier as written.</summary>
    public string Text { get; }

    /// <summary>Whether the text can be read; one that cannot gives no moment.</summary>
    public bool IsValid => !_steps.IsDefault;

    /// <summary>Whether it names the very moment from where it counts.</summary>
    public bool IsNow => _steps is { IsDefault: false, IsEmpty: true };

    /// <summary>Reads a modifier.</summary>
    /// <param name="text">The text.</param>
    public static TimeModifier Of(string text) => new(text, Read(text));

    /// <summary>The moment that the modifier names, seen from <paramref name="now"/>; null where it is no modifier or leaves the calendar.</summary>
    /// <param name="now">From where it counts.</param>
    /// <param name="zone">The zone whose days, weeks and months are meant.</param>
    public Timestamp? Apply(Timestamp now, TimeZoneInfo zone)
    {
        if (!IsValid)
            return null;
        try
        {
            var utc = now.ToUtc();
            var local = DateTime.SpecifyKind(utc + zone.GetUtcOffset(utc), DateTimeKind.Unspecified);
            foreach (var step in _steps)
                local = step.Apply(local);
            if (_steps.IsEmpty)
                return now;
            return new Timestamp(checked((local - zone.GetUtcOffset(local) - DateTime.UnixEpoch).Ticks * 100));
        }
        catch (Exception outside) when (outside is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static ImmutableArray<Step> Read(string text)
    {
        var rest = text.AsSpan().Trim();
        if (rest.StartsWith("now", StringComparison.OrdinalIgnoreCase))
            rest = rest[3..].StartsWith("()", StringComparison.Ordinal) ? rest[5..] : rest[3..];
        var steps = ImmutableArray.CreateBuilder<Step>();
        while (!rest.IsEmpty)
        {
            var sign = rest[0];
            var digits = Count(rest[1..], char.IsAsciiDigit);
            var letters = Count(rest[(1 + digits)..], char.IsAsciiLetter);
            var amountText = rest.Slice(1, digits);
            var unitText = rest.Slice(1 + digits, letters);
            rest = rest[(1 + digits + letters)..];
            if (sign == '@' && digits == 0)
            {
                // @w0 to @w7: a day of the week; 0 and 7 are Sunday.
                var isWeekday = unitText.Equals("w", StringComparison.OrdinalIgnoreCase) && !rest.IsEmpty && rest[0] is >= '0' and <= '7';
                if (UnitOf(unitText) is not { } unit)
                    return default;
                steps.Add(new(0, unit, isWeekday ? (rest[0] - '0') % 7 : 0));
                rest = isWeekday ? rest[1..] : rest;
                continue;
            }

            var amount = 1;
            if (sign is not ('+' or '-') || (digits > 0 && !int.TryParse(amountText, NumberStyles.None, CultureInfo.InvariantCulture, out amount)))
                return default;

            // A number alone counts seconds.
            if ((letters == 0 && digits > 0 ? Unit.Second : UnitOf(unitText)) is not { } known)
                return default;
            if (amount != 0)
                steps.Add(new(sign == '-' ? -amount : amount, known, 0));
        }

        return steps.ToImmutable();
    }

    private static int Count(ReadOnlySpan<char> text, Func<char, bool> belongs)
    {
        var count = 0;
        while (count < text.Length && belongs(text[count]))
            count++;
        return count;
    }

    private static Unit? UnitOf(ReadOnlySpan<char> text)
    {
        Span<char> lower = stackalloc char[8];
        if (text.Length > lower.Length)
            return null;
        lower = lower[..text.ToLowerInvariant(lower)];
        return lower switch
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
    }

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

    // An amount of 0 means: back to the unit's beginning.
    private readonly record struct Step(int Amount, Unit Unit, int Weekday)
    {
        public DateTime Apply(DateTime time) => Amount == 0 ? Snap(time) : Unit switch
        {
            Unit.Second => time.AddSeconds(Amount),
            Unit.Minute => time.AddMinutes(Amount),
            Unit.Hour => time.AddHours(Amount),
            Unit.Day => time.AddDays(Amount),
            Unit.Week => time.AddDays(7.0 * Amount),
            Unit.Month => time.AddMonths(Amount),
            Unit.Quarter => time.AddMonths(checked(3 * Amount)),
            Unit.Year => time.AddYears(Amount),
            _ => time,
        };

        private DateTime Snap(DateTime time) => Unit switch
        {
            Unit.Second => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond)),
            Unit.Minute => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMinute)),
            Unit.Hour => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerHour)),
            Unit.Day => time.Date,
            Unit.Week => time.Date.AddDays(-(((int)time.DayOfWeek - Weekday + 7) % 7)),
            Unit.Month => new(time.Year, time.Month, 1),
            Unit.Quarter => new(time.Year, time.Month - ((time.Month - 1) % 3), 1),
            Unit.Year => new(time.Year, 1, 1),
            _ => time,
        };
    }
}
