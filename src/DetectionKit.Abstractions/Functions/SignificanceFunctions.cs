using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Functions;

/// <summary>
/// What <c>sigfig</c> is made of (Splunk Search Reference, "Mathematical functions", sigfig): how many significant figures a calculation has follows
/// from how its operands are written. Their names have blanks: no rule can call them.
/// </summary>
public static class SignificanceFunctions
{
    /// <summary>How many significant figures a number is written with: all of its digits but the zeros before the first other one.</summary>
    /// <param name="x">The number as it is written.</param>
    [EvalFunction("figures of a number")]
    public static Value Figures(Value x)
    {
        if (Numbers.Read(x).IsNull)
            return Value.Null;
        var digits = x.ToText().Split('e', 'E')[0].Where(char.IsAsciiDigit).SkipWhile(digit => digit == '0').Count();
        return Value.Of(Math.Max(digits, 1));
    }

    /// <summary>The significant figures of a product or quotient: the fewest of its factors.</summary>
    /// <param name="a">Those of the left side.</param>
    /// <param name="b">Those of the right side.</param>
    [EvalFunction("figures of a product")]
    public static Value OfProduct(Value a, Value b) => MathFunctions.Min(a, b);

    /// <summary>The significant figures of a sum or difference: as many decimal places as its less precise side has.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="a">The left side.</param>
    /// <param name="aFigures">Its significant figures.</param>
    /// <param name="b">The right side.</param>
    /// <param name="bFigures">Its significant figures.</param>
    [EvalFunction("figures of a sum")]
    public static Value OfSum(Value sum, Value a, Value aFigures, Value b, Value bFigures)
    {
        if (!sum.TryGetNumber(out var total) || Places(a, aFigures) is not { } left || Places(b, bFigures) is not { } right)
            return Value.Null;
        return Value.Of(Math.Min(left, right) + 1 + Exponent(total));
    }

    /// <summary>The number with so many significant figures; half away from zero.</summary>
    /// <param name="x">The number.</param>
    /// <param name="figures">How many.</param>
    [EvalFunction("rounded to figures")]
    public static Value Round(Value x, Value figures)
    {
        var number = Numbers.Read(x);
        if (number.IsNull || !figures.TryGetNumber(out var count))
            return Value.Null;
        var real = Numbers.Real(number);
        var places = (int)count - 1 - Exponent(real);
        if (places is > 15 or < -15 || Math.Abs(real) > 1e15)
            return number;
        if (places >= 0)
            return MathFunctions.Round(number, Value.Of(places));
        var unit = Math.Pow(10, -places);
        return MathFunctions.Normal(Math.Round(real / unit, MidpointRounding.AwayFromZero) * unit);
    }

    private static int? Places(Value x, Value figures) =>
        x.TryGetNumber(out var number) && figures.TryGetNumber(out var count) ? (int)count - 1 - Exponent(number) : null;

    private static int Exponent(double number) => number == 0 ? 0 : (int)Math.Floor(Math.Log10(Math.Abs(number)));
}
