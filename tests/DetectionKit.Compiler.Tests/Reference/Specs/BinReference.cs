using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Plan.Stages;

namespace DetectionKit.Compiler.Tests.Reference.Specs;

/// <summary>bin: buckets are walked or computed in decimals, in UTC.</summary>
internal sealed class BinReference : ReferenceSpec<BinSpec>
{
    protected override List<Row> Run(BinSpec spec, SpecStage stage, List<Row> rows, RunContext run)
    {
        double[] numbers = [.. rows.SelectMany(row => row[spec.Column].Items).Select(ReferenceOrder.Number).OfType<double>(), .. new[] { spec.Start, spec.End }.OfType<double>()];
        var span = spec.Span ?? Fitting(spec, numbers.Length == 0 ? 0 : numbers.Max() - numbers.Min());
        foreach (var row in rows.Where(row => !row[spec.Column].IsNull))
            row[spec.As] = Value.OfMany(row[spec.Column].Items.Select(item => ReferenceOrder.Number(item) is { } number ? Bucket(spec, span, number) ?? item : item));
        return rows;
    }

    private static Value? Bucket(BinSpec spec, BucketSpan span, double number)
    {
        if (span.IsTime || spec.Column is "_time" && span.Unit == BucketUnit.Number)
            return Math.Abs(number) >= 9e9 ? null : Value.Of(TimeStart(spec, span, Math.Round((decimal)number, 6)));
        if (Math.Abs(number) > 1e15)
            return null;
        if (span.Unit == BucketUnit.Number)
        {
            var start = Math.Floor((decimal)number / (decimal)span.Width) * (decimal)span.Width;
            return Value.Of(FormattableString.Invariant($"{start:0.######}-{start + (decimal)span.Width:0.######}"));
        }

        if (number <= 0)
            return null;
        var bound = (decimal)span.Width;
        while ((decimal)number < bound)
            bound /= (decimal)span.Base;
        while ((decimal)number >= bound * (decimal)span.Base)
            bound *= (decimal)span.Base;
        return Value.Of(FormattableString.Invariant($"{bound:0.######}-{bound * (decimal)span.Base:0.######}"));
    }

    private static double TimeStart(BinSpec spec, BucketSpan span, decimal time)
    {
        if (span.Unit == BucketUnit.Month)
        {
            var date = DateTime.UnixEpoch.AddSeconds((double)time);
            var first = new DateTime(date.Year, date.Month, 1, 0, 0, 0, DateTimeKind.Utc);
            while (((first.Year * 12) + first.Month - 1) % (int)span.Width != 0)
                first = first.AddMonths(-1);
            return (first - DateTime.UnixEpoch).TotalSeconds;
        }

        var origin = span.Weekday is { } day ? (day - (int)DateTime.UnixEpoch.DayOfWeek) * 86_400m
            : spec.Align is { } align && span.Width < 86_400 ? decimal.Parse(align, System.Globalization.CultureInfo.InvariantCulture) : 0;
        return (double)(origin + (Math.Floor((time - origin) / (decimal)span.Width) * (decimal)span.Width));
    }

    private static BucketSpan Fitting(BinSpec spec, double range)
    {
        if (spec.Column is "_time")
            return new(((double[])[1, 5, 10, 30, 60, 300, 600, 1800, 3600, 86_400]).First(width => width * spec.Bins >= range && width >= (spec.MinSpan?.Width ?? 0)), BucketUnit.Second);
        var steps = Enumerable.Range(-6, 20).SelectMany(power => new[] { 1m, 2m, 5m }.Select(step => (double)(step * (decimal)Math.Pow(10, power))));
        return new(range == 0 && spec.MinSpan is null ? 1 : steps.First(width => width * spec.Bins >= range && width >= (spec.MinSpan?.Width ?? 0)), BucketUnit.Number);
    }
}
