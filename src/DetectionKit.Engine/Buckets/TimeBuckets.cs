using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Buckets;

/// <summary>
/// Stretches of time of one width, counted from 1970 in the run's zone, months from January, unless they are aligned. Manual: bin, "span" and "aligntime";
/// tstats, "span".
/// </summary>
internal sealed class TimeBuckets
{
    private const double Farthest = 9e9;
    private const long Second = Timestamp.NanosecondsPerSecond;
    private const long Day = 86_400 * Second;

    // The epoch was a Thursday.
    private const int EpochWeekday = 4;
    private const int MostMonths = 12_000;
    private readonly TimeZoneInfo _zone;
    private readonly long _width;
    private readonly int _months;
    private readonly long _shift;
    private readonly Timestamp? _align;

    /// <summary>Buckets of a width.</summary>
    /// <param name="span">The width; of a plain number, seconds.</param>
    /// <param name="zone">Whose days and months are meant.</param>
    /// <param name="align">From where buckets shorter than a day are counted, or null.</param>
    public TimeBuckets(BucketSpan span, TimeZoneInfo zone, Timestamp? align = null)
    {
        _zone = zone;
        if (span.Unit == BucketUnit.Month)
            _months = (int)Math.Clamp(span.Width, 1, MostMonths);
        else
            _width = (long)Math.Clamp(Math.Round(span.Width * Second), 1, long.MaxValue / 4);
        _shift = span.Weekday is { } day ? (day - EpochWeekday) * Day : 0;
        _align = span.Weekday is null && _width < Day ? align : null;
    }

    /// <summary>The buckets of a column; null where its buckets are stretches of numbers.</summary>
    /// <param name="span">The width; of <c>_time</c> a plain number is seconds.</param>
    /// <param name="column">The column.</param>
    /// <param name="run">The run.</param>
    /// <param name="align">From where buckets are counted: a bound of time; null: 1970.</param>
    public static TimeBuckets? For(BucketSpan span, string column, RunContext run, string? align = null) =>
        span.IsTime || (column is "_time" && span.Unit == BucketUnit.Number)
            ? new TimeBuckets(span, run.Zone, TimeBounds.Bound(align, run.Now, run.Zone))
            : null;

    /// <summary>Where the bucket of a time begins, in seconds; null: no time that a calendar has.</summary>
    public double? Start(double seconds) => Math.Abs(seconds) < Farthest ? Start(Timestamp.FromSeconds(seconds)).Seconds : null;

    /// <summary>Where the bucket of a moment begins; the moment itself where the calendar has no such beginning.</summary>
    public Timestamp Start(Timestamp time)
    {
        var utc = time.ToUtc();
        if (_months > 0)
        {
            var local = utc + _zone.GetUtcOffset(utc);
            var month = ((local.Year * 12) + local.Month - 1) / _months * _months;
            return month < 12 ? time : FromLocal(new DateTime(month / 12, (month % 12) + 1, 1, 0, 0, 0, DateTimeKind.Unspecified)) ?? time;
        }

        var origin = _align?.Nanoseconds ?? (_shift - (_zone.GetUtcOffset(utc).Ticks * 100));
        var counted = ((time.Nanoseconds % _width) - (origin % _width)) % _width;
        var start = unchecked(time.Nanoseconds - (counted < 0 ? counted + _width : counted));
        return start > time.Nanoseconds ? time : new(start);
    }

    /// <summary>Where the bucket behind the one that begins there begins; infinity: there is none that a calendar has.</summary>
    public double Next(double start)
    {
        if (!(Math.Abs(start) < Farthest))
            return double.PositiveInfinity;
        if (_months == 0)
            return (double)((decimal)start + ((decimal)_width / Second));
        var utc = Timestamp.FromSeconds(start).ToUtc();
        return FromLocal(DateTime.SpecifyKind(utc + _zone.GetUtcOffset(utc), DateTimeKind.Unspecified).AddMonths(_months))?.Seconds ?? double.PositiveInfinity;
    }

    /// <summary>Seconds as a value: whole where they are whole.</summary>
    public static Value ValueOf(double seconds) => Math.Truncate(seconds) == seconds && Math.Abs(seconds) < long.MaxValue ? Value.Of((long)seconds) : Value.Of(seconds);

    /// <summary>The narrowest usual width that makes no more than so many buckets. Manual: bin, "bins"; timechart, "Bin time spans and local time".</summary>
    public static BucketSpan Fitting(double range, int bins, BucketSpan? least)
    {
        double[] usual = [1, 5, 10, 30, 60, 300, 600, 1800, 3600, 86_400];
        foreach (var width in usual)
        {
            if (width * bins >= range && !(least is { } min && (min.Unit == BucketUnit.Month || width < min.Width)))
                return new(width, BucketUnit.Second);
        }

        return least is { Unit: BucketUnit.Month } or { Width: > 86_400 } ? least : new(1, BucketUnit.Month);
    }

    // Null: further away than a moment can be.
    private Timestamp? FromLocal(DateTime local)
    {
        const long NanosecondsPerTick = 100;
        var ticks = local.Ticks - _zone.GetUtcOffset(local).Ticks - DateTime.UnixEpoch.Ticks;
        return Math.Abs(ticks) > long.MaxValue / NanosecondsPerTick ? null : new(ticks * NanosecondsPerTick);
    }
}
