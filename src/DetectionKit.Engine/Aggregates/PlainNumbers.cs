using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Aggregates;

/// <summary>Sums and differences of fields as commands compute them: any text that spells a number counts, and what is written with few decimals gives few.</summary>
internal static class PlainNumbers
{
    private const double LargestDecimal = 1e15;

    /// <summary>The sum; absent where one is no number.</summary>
    public static Value Add(Value a, Value b) => Compute(a, b, 1);

    /// <summary>The difference; absent where one is no number.</summary>
    public static Value Subtract(Value a, Value b) => Compute(a, b, -1);

    private static Value Compute(Value a, Value b, int sign)
    {
        if (!a.TryGetNumber(out var x) || !b.TryGetNumber(out var y))
            return Value.Null;
        if (Math.Abs(x) > LargestDecimal || Math.Abs(y) > LargestDecimal)
            return Value.Of(x + (sign * y));
        var exact = (decimal)x + (sign * (decimal)y);
        return decimal.Truncate(exact) == exact ? Value.Of((long)exact) : Value.Of((double)exact);
    }
}
