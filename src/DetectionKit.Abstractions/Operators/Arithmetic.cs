using DetectionKit.Abstractions.Functions;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Operators;

/// <summary>
/// Arithmetic of eval. An operand that is neither a number nor text that spells one, and a division by zero, give the absent value.
/// Whole numbers stay whole as long as they fit into 64 bits.
/// </summary>
public static class Arithmetic
{
    /// <summary><c>a + b</c>: the sum of two numbers, or two texts joined.</summary>
    /// <param name="a">The left side.</param>
    /// <param name="b">The right side.</param>
    public static Value Add(Value a, Value b)
    {
        if (!TryRead(a, b, out var left, out var right))
            return a.Kind == ValueKind.Text && b.Kind == ValueKind.Text ? MadeText.Of(a.ToText(), b.ToText()) : default;
        if (BothWhole(left, right))
        {
            var sum = (Int128)Numbers.Whole(left) + Numbers.Whole(right);
            return Whole(sum);
        }

        return Real(Numbers.Real(left) + Numbers.Real(right));
    }

    /// <summary><c>a - b</c></summary>
    /// <param name="a">The left side.</param>
    /// <param name="b">The right side.</param>
    public static Value Subtract(Value a, Value b)
    {
        if (!TryRead(a, b, out var left, out var right))
            return default;
        return BothWhole(left, right)
            ? Whole((Int128)Numbers.Whole(left) - Numbers.Whole(right))
            : Real(Numbers.Real(left) - Numbers.Real(right));
    }

    /// <summary><c>a * b</c></summary>
    /// <param name="a">The left side.</param>
    /// <param name="b">The right side.</param>
    public static Value Multiply(Value a, Value b)
    {
        if (!TryRead(a, b, out var left, out var right))
            return default;
        return BothWhole(left, right)
            ? Whole((Int128)Numbers.Whole(left) * Numbers.Whole(right))
            : Real(Numbers.Real(left) * Numbers.Real(right));
    }

    /// <summary><c>a / b</c>: always the exact quotient, never cut to a whole number.</summary>
    /// <param name="a">The left side.</param>
    /// <param name="b">The right side.</param>
    public static Value Divide(Value a, Value b)
    {
        if (!TryRead(a, b, out var left, out var right) || Numbers.Real(right) == 0)
            return default;
        if (BothWhole(left, right) && (Int128)Numbers.Whole(left) % Numbers.Whole(right) == 0)
            return Whole((Int128)Numbers.Whole(left) / Numbers.Whole(right));
        return Real(Numbers.Real(left) / Numbers.Real(right));
    }

    /// <summary><c>a % b</c>: the remainder, with the sign of the left side.</summary>
    /// <param name="a">The left side.</param>
    /// <param name="b">The right side.</param>
    public static Value Remainder(Value a, Value b)
    {
        if (!TryRead(a, b, out var left, out var right) || Numbers.Real(right) == 0)
            return default;
        return BothWhole(left, right)
            ? Whole((Int128)Numbers.Whole(left) % Numbers.Whole(right))
            : Real(Numbers.Real(left) % Numbers.Real(right));
    }

    /// <summary><c>-a</c></summary>
    /// <param name="a">The operand.</param>
    public static Value Negate(Value a) => Subtract(Value.Of(0), a);

    /// <summary><c>a . b</c>: two single values joined as text; absent if either is.</summary>
    /// <param name="a">The left side.</param>
    /// <param name="b">The right side.</param>
    public static Value Concat(Value a, Value b) => a.Count == 1 && b.Count == 1 ? MadeText.Of(a.ToText(), b.ToText()) : default;

    private static bool TryRead(Value a, Value b, out Value left, out Value right)
    {
        left = Numbers.Read(a);
        right = Numbers.Read(b);
        return !left.IsNull && !right.IsNull;
    }

    private static bool BothWhole(Value a, Value b) => a.Kind == ValueKind.Integer && b.Kind == ValueKind.Integer;

    // Adding zero makes a zero of the negative one, which would be written as -0.
    private static Value Real(double number) => Value.Of(number + 0.0);

    private static Value Whole(Int128 number) =>
        number >= long.MinValue && number <= long.MaxValue ? Value.Of((long)number) : Value.Of((double)number);
}
