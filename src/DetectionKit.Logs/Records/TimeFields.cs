using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Records;

/// <summary>The names under which records commonly say their time, the surest first.</summary>
internal static class TimeFields
{
    // A smaller number under such a name is a duration, a count, anything but a day on which there were logs.
    private const double Earliest = 1e8;

    private static readonly string[] Names =
    [
        "timestamp", "@timestamp", "ts", "time", "eventTime", "event_time", "UtcTime", "SystemTime", "TimeCreated", "EventTime", "CreationTime", "createdDateTime",
        "activityDateTime", "published", "datetime", "DateTime", "date", "created_at", "time_local", "start_time", "start", "Timestamp", "Time",
    ];

    /// <summary>The time that a record's fields say, or null.</summary>
    /// <param name="record">The record.</param>
    public static Timestamp? Find(LogRecord record)
    {
        foreach (var name in Names)
        {
            if (TimeText.TryRead(record[name], out var time) && time.Seconds >= Earliest)
                return time;
        }

        return null;
    }
}
