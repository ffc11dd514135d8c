using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Times;

/// <summary>The fields that every event has of its time: <c>date_hour date_mday date_minute date_month date_second date_wday date_year date_zone</c>, in UTC (Splunk, Knowledge Manager Manual, "Use default fields").</summary>
public static class DateFields
{
    /// <summary>Their names.</summary>
    public static ImmutableArray<string> All { get; } = ["date_hour", "date_mday", "date_minute", "date_month", "date_second", "date_wday", "date_year", "date_zone"];

    /// <summary>One of them; absent where there is none of that name.</summary>
    /// <param name="time">The event's time.</param>
    /// <param name="field">The field's name.</param>
    public static Value Of(Timestamp time, string field)
    {
        if (!field.StartsWith("date_", StringComparison.Ordinal))
            return Value.Null;
        var utc = time.ToUtc();
        return field switch
        {
            "date_hour" => Value.Of(utc.Hour),
            "date_mday" => Value.Of(utc.Day),
            "date_minute" => Value.Of(utc.Minute),
            "date_month" => Value.Of(TimeNames.Months[utc.Month - 1].ToLowerInvariant()),
            "date_second" => Value.Of(utc.Second),
            "date_wday" => Value.Of(TimeNames.Days[(int)utc.DayOfWeek].ToLowerInvariant()),
            "date_year" => Value.Of(utc.Year),
            "date_zone" => Value.Of(0),
            _ => Value.Null,
        };
    }
}
