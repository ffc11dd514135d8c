using System.Globalization;
using System.Numerics;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>A value to aggregate, and the row that it stands in.</summary>
internal sealed record Contribution(Value Value, Row Row);

/// <summary>Each aggregate over the whole list of its values, as the manual defines it. Sums and spreads are computed in fractions, exactly.</summary>
internal static class ReferenceAggregates
{
    public static Value Of(string function, double? percentile, IReadOnlyList<Contribution> all)
    {
        List<Value> values = [.. all.Select(one => one.Value)];
        List<double> numbers = [.. values.Select(ReferenceOrder.Number).OfType<double>().Order()];
        List<Contribution> numeric = [.. all.Where(one => ReferenceOrder.Number(one.Value) is not null)];
        return function switch
        {
            "count" => Value.Of(values.Count),
            "dc" => Value.Of(Distinct(values).Count()),
            "values" => Value.OfMany(Distinct(values).OrderBy(value => value.ToText(), StringComparer.Ordinal)),
            "list" => Value.OfMany(values.Take(100)),
            "first" => values.FirstOrDefault(),
            "last" => values.LastOrDefault(),
            "mode" => Distinct(values).OrderByDescending(value => values.Count(other => Same(other, value)))
                .ThenBy(value => value, ByNumberOrText).FirstOrDefault(),
            "min" => Compared(values.Order(ByNumberOrText).FirstOrDefault()),
            "max" => Compared(values.OrderDescending(ByNumberOrText).FirstOrDefault()),
            "earliest" => Timed(all).FirstOrDefault()?.Value ?? default,
            "latest" => Newest(all)?.Value ?? default,
            "earliest_time" => TimeOf(Timed(all).FirstOrDefault()),
            "latest_time" => TimeOf(Newest(all)),
            "rate" => Rate(numeric),
            "estdc_error" => Value.Of(0),
            _ when numbers.Count == 0 => Value.Null,
            "per_second" or "per_minute" or "per_hour" or "per_day" => Sum(numbers).ToValue(),
            "sum" => Sum(numbers).ToValue(),
            "avg" => Value.Of(Sum(numbers).ToDouble() / numbers.Count),
            "sumsq" => Short(Sum(numbers.Select(number => Exact.Of(number) * Exact.Of(number))).ToDouble()),
            "range" => (Exact.Of(numbers[^1]) - Exact.Of(numbers[0])).ToValue(),
            "median" => Value.Of(numbers[numbers.Count / 2]),
            "perc" or "exactperc" or "upperperc" => Short(Percentile(numbers, (decimal)percentile!.Value / 100)),
            "var" => Value.Of(Variance(numbers, sample: true)),
            "varp" => Value.Of(Variance(numbers, sample: false)),
            "stdev" => Value.Of(Math.Sqrt(Variance(numbers, sample: true))),
            "stdevp" => Value.Of(Math.Sqrt(Variance(numbers, sample: false))),
            _ => throw new ArgumentOutOfRangeException(nameof(function), function, "an aggregate that the reference evaluator does not know"),
        };
    }

    /// <summary>When a contribution was: its row's <c>_time</c>, or else the event's.</summary>
    public static Timestamp? Time(Row row) =>
        ReferenceOrder.Number(row["_time"]) is { } seconds ? Timestamp.FromSeconds(seconds) : row.Origin.IsEvent ? row.Origin.Newest : null;

    private static readonly Comparer<Value> ByNumberOrText = Comparer<Value>.Create((a, b) =>
        ReferenceOrder.Plain(a, b) is not 0 and var order ? order : string.CompareOrdinal(a.ToText(), b.ToText()));

    private static bool Same(Value a, Value b) => string.Equals(a.ToText(), b.ToText(), StringComparison.Ordinal);

    private static IEnumerable<Value> Distinct(IEnumerable<Value> values) => values.DistinctBy(value => value.ToText(), StringComparer.Ordinal);

    // Among those of one moment, the one that came first from the first input.
    private static IOrderedEnumerable<Contribution> Timed(IEnumerable<Contribution> all) =>
        all.Where(one => Time(one.Row) is not null).OrderBy(one => Time(one.Row)!.Value).ThenBy(one => one.Row.Origin.Input).ThenBy(one => one.Row.Origin.Sequence);

    private static Contribution? Newest(IEnumerable<Contribution> all) =>
        all.Where(one => Time(one.Row) is not null).OrderByDescending(one => Time(one.Row)!.Value)
            .ThenByDescending(one => one.Row.Origin.Input).ThenByDescending(one => one.Row.Origin.Sequence).FirstOrDefault();

    private static Value TimeOf(Contribution? one) => one is null ? Value.Null : Value.Of(Time(one.Row)!.Value);

    private static Value Rate(IReadOnlyList<Contribution> numeric)
    {
        if (Timed(numeric).FirstOrDefault() is not { } first || Newest(numeric) is not { } last || Time(first.Row) == Time(last.Row))
            return Value.Null;
        var rise = ReferenceOrder.Number(last.Value)!.Value - ReferenceOrder.Number(first.Value)!.Value;
        return Value.Of(rise / (Time(last.Row)!.Value.Seconds - Time(first.Row)!.Value.Seconds));
    }

    private static Value Compared(Value value) => ReferenceOrder.Number(value) is null || value.ToText().Contains('e', StringComparison.OrdinalIgnoreCase) ? value : Value.OfWritten(value.ToText());

    // Each pair of neighbours spans an equal share of the whole: the pair into whose share the percentile falls, and how far.
    private static double Percentile(List<double> numbers, decimal share)
    {
        var pairs = numbers.Zip(numbers.Skip(1), (low, high) => (low, high)).ToList();
        var place = share * pairs.Count;
        return place >= pairs.Count ? numbers[^1] : pairs[(int)place] is var (low, high) ? low + ((high - low) * (double)(place - Math.Floor(place))) : double.NaN;
    }

    // Squares grow fast: whole as far as a double counts without gaps.
    private static Value Short(double number) => double.IsInteger(number) && Math.Abs(number) < 1L << 53 ? Value.Of((long)number) : Value.Of(number);

    private static Exact Sum(IEnumerable<double> numbers) => Sum(numbers.Select(Exact.Of));

    private static Exact Sum(IEnumerable<Exact> numbers) => numbers.Aggregate(Exact.Of(0), (sum, number) => sum + number);

    private static double Variance(List<double> numbers, bool sample)
    {
        var n = numbers.Count;
        if (n == 1)
            return 0;
        var spread = (Exact.Of(n) * Sum(numbers.Select(number => Exact.Of(number) * Exact.Of(number)))) - (Sum(numbers) * Sum(numbers));
        return spread.ToDouble() / n / (sample ? n - 1 : n);
    }

    /// <summary>A number as <c>Units / 2^Shift</c>: every double is one, and sums and products of them are.</summary>
    private readonly record struct Exact(BigInteger Units, int Shift)
    {
        public static Exact Of(double number)
        {
            var shift = 0;
            while (!double.IsInteger(number))
            {
                number *= 2;
                shift++;
            }

            return new(new BigInteger(number), shift);
        }

        public static Exact operator +(Exact a, Exact b)
        {
            var shift = Math.Max(a.Shift, b.Shift);
            return new((a.Units << (shift - a.Shift)) + (b.Units << (shift - b.Shift)), shift);
        }

        public static Exact operator -(Exact a, Exact b) => a + new Exact(-b.Units, b.Shift);

        public static Exact operator *(Exact a, Exact b) => new(a.Units * b.Units, a.Shift + b.Shift);

        // n / 2^k is n * 5^k / 10^k, which the parser of doubles rounds as it must be.
        public double ToDouble() => double.Parse(
            string.Create(CultureInfo.InvariantCulture, $"{Units * BigInteger.Pow(5, Shift)}E-{Shift}"), NumberStyles.Float, CultureInfo.InvariantCulture);

        public Value ToValue() => (Units >> Shift << Shift) == Units && BigInteger.Abs(Units >> Shift) <= long.MaxValue ? Value.Of((long)(Units >> Shift)) : Value.Of(ToDouble());
    }
}
