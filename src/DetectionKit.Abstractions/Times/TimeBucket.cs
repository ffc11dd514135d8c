using System.Globalization;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Times;

/// <summary>
/// The width of buckets of time, read once: <c>30s 5m 1h 1d 1w 1mon 1q 1y 500ms</c>, a bare number being seconds, and <c>1w@w1</c> for weeks that begin on another
/// day (Splunk Search Reference, "tstats" and "bin", span). Widths up to a week are counted from the epoch in the zone's time, months from January. Immutable.
/// </summary>
public sealed class TimeBucket
{
    private const long Second = Timestamp.NanosecondsPerSecond;
    private const long Day = 86_400 * Second;

    // The epoch was a Thursday.
    private const int EpochWeekday = 4;
    private readonly long _width;
    private readonly int _months;
    private readonly long _shift;

    private TimeBucket(string text)
    {
        Text = text;
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var span = at < 0 ? text : text[..at];
        var digits = span.TakeWhile(char.IsAsciiDigit).Count();
        if (digits > 9)
            return;
        var count = digits == 0 ? 1 : long.Parse(span.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture);
        var unit = span[digits..].ToLowerInvariant();
        _months = (int)Math.Min(count * MonthsOf(unit), 12_000);
        _width = unit.Length == 0 && digits == 0 ? 0 : (long)Int128.Min((Int128)count * WidthOf(unit), long.MaxValue / 4);
        if (at >= 0 && !TryShift(text[(at + 1)..], out _shift))
            (_width, _months) = (0, 0);
    }

    /// <summary>The width as written.</summary>
    public string Text { get; }

    /// <summary>Whether the text can be read.</summary>
    public bool IsValid => _width > 0 || _months > 0;

    /// <summary>Reads a width.</summary>
    /// <param name="text">The text.</param>
    public static TimeBucket Of(string text) => new(text.Trim());

    /// <summary>The beginning of the bucket that holds a moment; the moment itself where the width cannot be read or the calendar ends.</summary>
    /// <param name="time">The moment.</param>
    /// <param name="zone">The zone whose days and months are meant.</param>
    public Timestamp Start(Timestamp time, TimeZoneInfo zone)
    {
        var utc = time.ToUtc();
        var offset = zone.GetUtcOffset(utc).Ticks * 100;
        if (_months > 0)
        {
            var local = utc.AddTicks(offset / 100);
            var month = ((local.Year * 12) + local.Month - 1) / _months * _months;
            if (month < 12)
                return time;
            var start = new DateTime(month / 12, (month % 12) + 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
            return new Timestamp((start - zone.GetUtcOffset(start) - DateTime.UnixEpoch).Ticks * 100);
        }

        if (_width <= 0)
            return time;
        var counted = time.Nanoseconds + offset - _shift;
        return new Timestamp(counted - (((counted % _width) + _width) % _width) + _shift - offset);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static int MonthsOf(string unit) => unit switch
    {
        "mon" or "month" or "months" => 1,
        "q" or "qtr" or "qtrs" or "quarter" or "quarters" => 3,
        "y" or "yr" or "yrs" or "year" or "years" => 12,
        _ => 0,
    };

    private static long WidthOf(string unit) => unit switch
    {
        "us" => 1_000,
        "ms" => 1_000_000,
        "cs" => 10_000_000,
        "ds" => 100_000_000,
        "" or "s" or "sec" or "secs" or "second" or "seconds" => Second,
        "m" or "min" or "mins" or "minute" or "minutes" => 60 * Second,
        "h" or "hr" or "hrs" or "hour" or "hours" => 3600 * Second,
        "d" or "day" or "days" => Day,
        "w" or "week" or "weeks" => 7 * Day,
        _ => 0,
    };

    // @d and @h change nothing where buckets are counted from a midnight; @w0 to @w7 say on which day weeks begin, 0 and 7 being Sunday.
    private static bool TryShift(string snap, out long shift)
    {
        shift = 0;
        if (snap is ['w' or 'W', >= '0' and <= '7'])
            shift = (((snap[1] - '0' - EpochWeekday) % 7) + 7) % 7 * Day;
        else if (snap is "w" or "W")
            shift = 3 * Day;
        else
            return MonthsOf(snap.ToLowerInvariant()) > 0 || (snap.Length > 0 && WidthOf(snap.ToLowerInvariant()) > 0);
        return true;
    }
}
