using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Lookups;

/// <summary>
/// What makes a lookup one by time: a row of the table holds for events from its own time on. Among the rows that match, the newest come first
/// (transforms.conf, <c>time_field</c>).
/// </summary>
/// <param name="Column"><c>time_field</c>: the column with the row's time.</param>
public sealed record LookupTime(string Column)
{
    /// <summary><c>time_format</c> where the definition gives none: epoch seconds.</summary>
    public const string UsualFormat = "%s.%Q";

    /// <summary><c>max_offset_secs</c> where the definition gives none: no limit that matters.</summary>
    public const int UsualMaxOffset = 2_000_000_000;

    /// <summary><c>time_format</c>: how the column's text is read.</summary>
    public string Format { get; init; } = UsualFormat;

    /// <summary><c>min_offset_secs</c>: how many seconds later than the row's time an event is at least.</summary>
    public int MinOffset { get; init; }

    /// <summary><c>max_offset_secs</c>: how many seconds later than the row's time an event is at most.</summary>
    public int MaxOffset { get; init; } = UsualMaxOffset;

    /// <summary>Epoch seconds of a row; null where its text is no time.</summary>
    /// <param name="text">The column's text.</param>
    /// <param name="zone">The zone of times without one.</param>
    /// <param name="now">Gives the year or date that a text lacks.</param>
    public double? Read(string text, TimeZoneInfo zone, Timestamp now)
    {
        if (string.Equals(Format, UsualFormat, StringComparison.Ordinal) && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var seconds))
            return seconds;
        return TimeFormat.Of(Format).Read(text, zone, now)?.Seconds;
    }

    /// <summary>Whether a row of the one time holds for an event of the other.</summary>
    /// <param name="row">The row's epoch seconds.</param>
    /// <param name="time">The event's.</param>
    public bool Holds(double row, double time) => time - row >= MinOffset && time - row <= MaxOffset;
}
