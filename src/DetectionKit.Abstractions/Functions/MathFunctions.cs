using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Functions;

/// <summary>Mathematical functions (Splunk Search Reference, "Mathematical functions"). What is no number gives the absent value.</summary>
public static class MathFunctions
{
    /// <summary><c>abs(x)</c></summary>
    /// <param name="x">The number.</param>
    [EvalFunction("abs")]
    public static Value Abs(Value x)
    {
        var number = Numbers.Read(x);
        return Numbers.Real(number) < 0 ? Arithmetic.Negate(number) : number;
    }

    /// <summary><c>ceiling(x)</c>: the next whole number that is not smaller.</summary>
    /// <param name="x">The number.</param>
    [EvalFunction("ceiling")]
    public static Value Ceiling(Value x) => Apply(x, Math.Ceiling);

    /// <summary><c>ceil(x)</c>: <see cref="Ceiling"/> under its short name.</summary>
    /// <param name="x">The number.</param>
    [EvalFunction("ceil")]
    public static Value Ceil(Value x) => Ceiling(x);

    /// <summary><c>floor(x)</c>: the next whole number that is not greater.</summary>
    /// <param name="x">The number.</param>
    [EvalFunction("floor")]
    public static Value Floor(Value x) => Apply(x, Math.Floor);

    /// <summary><c>exact(x)</c>: the number as it was computed; here every number is.</summary>
    /// <param name="x">The number.</param>
    [EvalFunction("exact")]
    public static Value Exact(Value x) => Numbers.Read(x);

    /// <summary><c>exp(x)</c>: e to the power of x.</summary>
    /// <param name="x">The exponent.</param>
    [EvalFunction("exp")]
    public static Value Exp(Value x) => Apply(x, Math.Exp);

    /// <summary><c>ln(x)</c>: the natural logarithm; <c>nan</c> for what is negative.</summary>
    /// <param name="x">The number.</param>
    [EvalFunction("ln")]
    public static Value Ln(Value x) => Apply(x, Math.Log);

    /// <summary><c>log(x, base)</c>: the logarithm, to base 10 where no base is given.</summary>
    /// <param name="x">The number.</param>
    /// <param name="b">The base.</param>
    [EvalFunction("log")]
    public static Value Log(Value x, Value b = default)
    {
        if (b.IsNull)
            return Apply(x, Math.Log10);
        return Apply(x, b, static (number, radix) => radix == 10 ? Math.Log10(number) : radix == 2 ? Math.Log2(number) : Math.Log(number) / Math.Log(radix));
    }

    /// <summary><c>sqrt(x)</c>: <c>nan</c> for a negative number.</summary>
    /// <param name="x">The number.</param>
    [EvalFunction("sqrt")]
    public static Value Sqrt(Value x) => Apply(x, Math.Sqrt);

    /// <summary><c>pow(x, y)</c>: x to the power of y.</summary>
    /// <param name="x">The number.</param>
    /// <param name="y">The exponent.</param>
    [EvalFunction("pow")]
    public static Value Pow(Value x, Value y) => Apply(x, y, Math.Pow);

    /// <summary><c>pi()</c></summary>
    [EvalFunction("pi")]
    public static Value Pi() => Value.Of(Math.PI);

    /// <summary><c>random()</c>: a whole number from 0 to 2^31 - 1 (Statistical eval functions); of one run to the next the same ones.</summary>
    /// <param name="run">The run.</param>
    [EvalFunction("random")]
    public static Value Random(RunContext run) => Value.Of(run.Random.Next());

    /// <summary><c>round(x, digits)</c>: half away from zero; to a whole number where no digits are given.</summary>
    /// <param name="x">The number.</param>
    /// <param name="digits">How many decimal places, 0 to 15.</param>
    [EvalFunction("round")]
    public static Value Round(Value x, Value digits = default)
    {
        var number = Numbers.Read(x);
        var places = digits.IsNull ? Value.Of(0) : Numbers.Read(digits);
        if (number.IsNull || places.IsNull || number.Kind == ValueKind.Integer)
            return places.IsNull ? Value.Null : number;
        var count = (int)Math.Clamp(Numbers.Real(places), 0, 15);
        var real = Numbers.Real(number);

        // In decimal, so that 1.005 rounds as it is written and not as the nearest binary fraction happens to lie.
        var rounded = Math.Abs(real) < 1e12 ? (double)Math.Round((decimal)real, count, MidpointRounding.AwayFromZero) : Math.Round(real, MidpointRounding.AwayFromZero);
        return Normal(rounded);
    }

    /// <summary><c>min(...)</c>: the least value; numbers are less than texts.</summary>
    /// <param name="values">The values; the items of a multivalue count each.</param>
    [EvalFunction("min")]
    public static Value Min(params ReadOnlySpan<Value> values) => Pick(values, sign: -1);

    /// <summary><c>max(...)</c>: the greatest value; texts are greater than numbers.</summary>
    /// <param name="values">The values; the items of a multivalue count each.</param>
    [EvalFunction("max")]
    public static Value Max(params ReadOnlySpan<Value> values) => Pick(values, sign: 1);

    /// <summary><c>sum(...)</c>: the sum of the numbers among the values; absent where there are none.</summary>
    /// <param name="values">The values; the items of a multivalue count each.</param>
    [EvalFunction("sum")]
    public static Value Sum(params ReadOnlySpan<Value> values) => Total(values).Sum;

    /// <summary><c>avg(...)</c>: the mean of the numbers among the values; absent where there are none.</summary>
    /// <param name="values">The values; the items of a multivalue count each.</param>
    [EvalFunction("avg")]
    public static Value Avg(params ReadOnlySpan<Value> values)
    {
        var (sum, count) = Total(values);
        return Arithmetic.Divide(sum, Value.Of(count));
    }

    /// <summary>A whole result as a whole number; what is no number and what is beyond all as the texts that stand for them ("eval", Numeric calculations).</summary>
    internal static Value Normal(double number) => !double.IsFinite(number)
        ? Value.Of(double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf")
        : Math.Truncate(number) == number && Math.Abs(number) < 9e15 ? Value.Of((long)number) : Value.Of(number);

    private static (Value Sum, long Count) Total(ReadOnlySpan<Value> values)
    {
        var sum = Value.Null;
        var count = 0L;
        foreach (var value in values)
        {
            foreach (var item in value.Items)
            {
                if (Numbers.Read(item) is { IsNull: false } number)
                    sum = count++ == 0 ? number : Arithmetic.Add(sum, number);
            }
        }

        return (sum, count);
    }

    private static Value Pick(ReadOnlySpan<Value> values, int sign)
    {
        var best = Value.Null;
        foreach (var value in values)
        {
            foreach (var item in value.Items)
            {
                if (best.IsNull || Order(item, best) * sign > 0)
                    best = item;
            }
        }

        return best;
    }

    private static int Order(Value a, Value b)
    {
        var left = Numbers.Read(a);
        var right = Numbers.Read(b);
        if (left.IsNull && right.IsNull)
            return string.CompareOrdinal(a.ToText(), b.ToText());
        return left.IsNull ? 1 : right.IsNull ? -1 : Numbers.Compare(left, right);
    }

    internal static Value Apply(Value x, Func<double, double> function)
    {
        var number = Numbers.Read(x);
        return number.IsNull ? Value.Null : Normal(function(Numbers.Real(number)));
    }

    internal static Value Apply(Value x, Value y, Func<double, double, double> function)
    {
        var left = Numbers.Read(x);
        var right = Numbers.Read(y);
        return left.IsNull || right.IsNull ? Value.Null : Normal(function(Numbers.Real(left), Numbers.Real(right)));
    }
}
