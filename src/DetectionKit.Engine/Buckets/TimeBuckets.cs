using System.Globalization;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Buckets;

/// <summary>Stretches of time of one width, counted from 1970 in the run's zone unless they are aligned. Manual: bin, "span" and "aligntime".</summary>
/// <param name="span">The width; of a plain number, seconds.</param>
/// <param name="zone">Whose days and months are meant.</param>
/// <param name="align">From where buckets shorter than a day are counted, or null.</param>
internal sealed class TimeBuckets(BucketSpan span, TimeZoneInfo zone, Timestamp? align = null)
{
    private const double SecondsPerDay = 86_400;
    private const double Farthest = 9e9;

    /// <summary>The moment from which buckets are counted: epoch seconds or a modifier; null: none.</summary>
    public static Timestamp? Alignment(string? text, RunContext run) =>
        text is null ? null
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < Farthest ? Timestamp.FromSeconds(seconds)
        : TimeModifier.Of(text).Apply(run.Now, run.Zone);

    /// <summary>Where the bucket of a time begins, in seconds; null: no time that a calendar has.</summary>
    public double? Start(double seconds)
    {
        if (!(Math.Abs(seconds) < Farthest) || span.Width <= 0)
            return null;
        var utc = Timestamp.FromSeconds(seconds);
        var shift = (decimal)zone.GetUtcOffset(utc.ToUtc()).TotalSeconds;
        var local = (decimal)utc.Seconds + shift;
        if (span.Unit == BucketUnit.Month)
            return (double)(MonthStart(local, (int)span.Width) - shift);
        var width = (decimal)span.Width;
        var origin = span.Weekday is { } day ? (day - 4) * (decimal)SecondsPerDay
            : align is { } aligned && span.Width < SecondsPerDay ? (decimal)aligned.Seconds + shift : 0;
        return (double)((Math.Floor((local - origin) / width) * width) + origin - shift);
    }

    /// <summary>Where the bucket behind the one that begins there begins.</summary>
    public double Next(double start) => span.Unit == BucketUnit.Month
        ? (double)(((DateTimeOffset)DateTime.UnixEpoch.AddSeconds(start).AddMonths((int)span.Width)).ToUnixTimeMilliseconds() / 1000m)
        : (double)((decimal)start + (decimal)span.Width);

    /// <summary>Seconds as a value: whole where they are whole.</summary>
    public static Value ValueOf(double seconds) => Math.Truncate(seconds) == seconds ? Value.Of((long)seconds) : Value.Of(seconds);

    /// <summary>The narrowest usual width that makes no more than so many buckets. Manual: bin, "bins"; timechart, "Bin time spans and local time".</summary>
    public static BucketSpan Fitting(double range, int bins, BucketSpan? least)
    {
        double[] usual = [1, 5, 10, 30, 60, 300, 600, 1800, 3600, SecondsPerDay];
        foreach (var width in usual)
        {
            if (width * bins >= range && !(least is { } min && (min.Unit == BucketUnit.Month || width < min.Width)))
                return new(width, BucketUnit.Second);
        }

        return least is { Unit: BucketUnit.Month } or { Width: > SecondsPerDay } ? least : new(1, BucketUnit.Month);
    }

    private static decimal MonthStart(decimal local, int months)
    {
        var date = DateTime.UnixEpoch.AddSeconds((double)local);
        var count = (date.Year * 12) + date.Month - 1;
        count -= count % Math.Max(months, 1);
        return (decimal)(new DateTime(count / 12, (count % 12) + 1, 1, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalSeconds;
    }
}
