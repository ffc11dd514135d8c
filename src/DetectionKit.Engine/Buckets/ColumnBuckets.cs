using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Buckets;

/// <summary>The buckets of a column's values: stretches of time, or of numbers.</summary>
/// <param name="span">How wide they are.</param>
/// <param name="times">Those of time; null: they are stretches of numbers.</param>
internal sealed class ColumnBuckets(BucketSpan span, TimeBuckets? times)
{
    /// <summary>A value's bucket; what has none stays as it is.</summary>
    public Value Of(Value item)
    {
        if (!item.TryGetNumber(out var number))
            return item;
        if (times is not null)
            return times.Start(number) is { } start ? TimeBuckets.ValueOf(start) : item;
        return NumberBuckets.Of(number, span) is { IsNull: false } bucket ? bucket : item;
    }

    /// <summary>The narrowest usual width that makes no more than so many buckets.</summary>
    /// <param name="column">The column.</param>
    /// <param name="items">Its values; what is no number does not count.</param>
    /// <param name="bins">How many buckets there are at most.</param>
    /// <param name="least">The least width, or null.</param>
    /// <param name="start">A number that buckets reach down to, or null.</param>
    /// <param name="end">A number that buckets reach up to, or null.</param>
    public static BucketSpan Fitting(string column, IEnumerable<Value> items, int bins, BucketSpan? least, double? start = null, double? end = null)
    {
        var (lowest, highest) = (start ?? double.PositiveInfinity, end ?? double.NegativeInfinity);
        foreach (var item in items)
        {
            if (!item.TryGetNumber(out var number) || !double.IsFinite(number))
                continue;
            lowest = Math.Min(lowest, number);
            highest = Math.Max(highest, number);
        }

        return Fitting(column, highest >= lowest ? highest - lowest : 0, bins, least);
    }

    /// <summary>The same, for a range of numbers.</summary>
    /// <param name="column">The column.</param>
    /// <param name="range">How far its values lie apart.</param>
    /// <param name="bins">How many buckets there are at most.</param>
    /// <param name="least">The least width, or null.</param>
    public static BucketSpan Fitting(string column, double range, int bins, BucketSpan? least = null) =>
        column is "_time" ? TimeBuckets.Fitting(range, bins, least) : NumberBuckets.Fitting(range, bins, least?.Width ?? 0);
}
