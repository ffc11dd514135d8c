using System.Globalization;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Buckets;

/// <summary>Stretches of numbers: <c>10-20</c> holds 10 and not 20. Manual: bin, "span", "log-span".</summary>
internal static class NumberBuckets
{
    // What a bucket's bounds can be so that a decimal holds them and what is reckoned with them.
    private const double Least = 1e-9;
    private const double Most = 1e15;

    /// <summary>The bucket of a number; null: it has none.</summary>
    public static Value Of(double number, BucketSpan span)
    {
        if (!double.IsFinite(number) || Math.Abs(number) > Most)
            return Value.Null;
        if (span.Unit == BucketUnit.Log)
            return Logarithmic(number, span);
        var start = StartOf(number, span);
        return Range(start, start + WidthOf(span));
    }

    /// <summary>Where the bucket of a number begins; null: it has none. In decimal, as numbers are written: a tenth is no sum of halves.</summary>
    public static double? Start(double number, BucketSpan span) => Math.Abs(number) <= Most ? (double)StartOf(number, span) : null;

    /// <summary>Where the bucket behind the one that begins there begins; infinity: there is none.</summary>
    public static double Next(double start, BucketSpan span) => Math.Abs(start) <= Most ? (double)((decimal)start + WidthOf(span)) : double.PositiveInfinity;

    /// <summary>The narrowest width of 1, 2 or 5 times a power of ten that makes no more than so many buckets.</summary>
    public static BucketSpan Fitting(double range, int bins, double least)
    {
        var wanted = Math.Max(range / Math.Max(bins, 1), least);
        if (!(wanted > 0) || !double.IsFinite(wanted))
            return new(1, BucketUnit.Number);
        wanted = Math.Clamp(wanted, Least, Most);
        var power = Math.Pow(10, Math.Floor(Math.Log10(wanted)));
        foreach (var step in (double[])[1, 2, 5])
        {
            if (step * power >= wanted * (1 - 1e-9))
                return new((double)(decimal)(step * power), BucketUnit.Number);
        }

        return new((double)(decimal)(10 * power), BucketUnit.Number);
    }

    private static decimal WidthOf(BucketSpan span) => (decimal)Math.Clamp(span.Width, Least, Most);

    private static decimal StartOf(double number, BucketSpan span) => Math.Floor((decimal)number / WidthOf(span)) * WidthOf(span);

    private static Value Logarithmic(double number, BucketSpan span)
    {
        if (number <= 0)
            return Value.Null;
        var power = Math.Floor((Math.Log(number / span.Width) / Math.Log(span.Base)) + 1e-12);
        var start = span.Width * Math.Pow(span.Base, power);
        return Math.Abs(start) < 1e15 && start * span.Base < 1e15 && start > 1e-15 ? Range((decimal)start, (decimal)(start * span.Base)) : Value.Null;
    }

    private static Value Range(decimal start, decimal end) => Value.Of($"{Text(start)}-{Text(end)}");

    private static string Text(decimal number) => number.ToString("0.###############", CultureInfo.InvariantCulture);
}
