using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Times;

/// <summary>What a text said of a moment, on the way to it.</summary>
internal sealed class TimeFields
{
    public int? Year;
    public int? Month;
    public int? Day;
    public int? DayOfYear;
    public int? Hour;
    public int Minute;
    public int Second;
    public int Nanoseconds;
    public bool IsAfternoon;
    public TimeSpan? Offset;
    public long? EpochSeconds;

    /// <summary>Sets a field, for use in a chain of conditions.</summary>
#pragma warning disable CA1822 // reads as what it does: a field of these is set
    public bool Set(ref int? field, int value)
#pragma warning restore CA1822
    {
        field = value;
        return true;
    }

    /// <summary>The moment; null where there is no such date.</summary>
    public Timestamp? ToTimestamp(TimeZoneInfo zone, Timestamp now)
    {
        if (EpochSeconds is { } epoch)
            return Of(epoch);

        // "The timestamps must include a day" (Date and Time functions, strptime).
        if ((Year ?? Month) is not null && (Day ?? DayOfYear) is null)
            return null;
        var today = now.ToUtc().Add(zone.GetUtcOffset(now.ToUtc()));
        var year = Year ?? today.Year;

        // A text without any date means today.
        var month = Month ?? (Year is null ? today.Month : 1);
        var day = Day ?? today.Day;
        if (day > DateTime.DaysInMonth(year, month) || DayOfYear > (DateTime.IsLeapYear(year) ? 366 : 365))
            return null;
        var date = DayOfYear is { } nth && Month is null ? new DateTime(year, 1, 1).AddDays(nth - 1) : new DateTime(year, month, day);
        var hour = (Hour ?? 0) + (IsAfternoon && Hour < 12 ? 12 : 0);
        var seconds = ((date.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond) + (hour * 3600) + (Minute * 60) + Second;

        // A leap second is the last that the calendar's last minute has.
        var local = date.AddSeconds((hour * 3600) + (Minute * 60) + Math.Min(Second, 59));
        var offset = Offset ?? zone.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified));
        return Of(seconds - (long)offset.TotalSeconds);
    }

    private Timestamp? Of(long seconds)
    {
        var nanoseconds = ((Int128)seconds * Timestamp.NanosecondsPerSecond) + Nanoseconds;
        return nanoseconds >= long.MinValue && nanoseconds <= long.MaxValue ? new Timestamp((long)nanoseconds) : null;
    }
}
