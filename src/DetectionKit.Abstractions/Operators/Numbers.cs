using System.Globalization;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Operators;

/// <summary>When a value counts as a number, and how two numbers compare.</summary>
internal static class Numbers
{
    private const NumberStyles PlainDecimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>
    /// The number that a single value is or spells in plain decimal, else absent. Text with an exponent is not taken for a number:
    /// two hashes such as <c>0e12</c> and <c>0e34</c> are not equal.
    /// </summary>
    public static Value Read(Value value)
    {
        if (value.IsNumeric)
            return value;
        if (value.Kind != ValueKind.Text)
            return default;
        var text = value.ToText();
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return Value.Of(whole);
        return double.TryParse(text, PlainDecimal, CultureInfo.InvariantCulture, out var number) ? Value.Of(number) : default;
    }

    /// <summary>Compares two numeric values; whole numbers without the loss that a double would bring.</summary>
    public static int Compare(Value a, Value b)
    {
        if (a.Kind == ValueKind.Integer && b.Kind == ValueKind.Integer)
            return Whole(a).CompareTo(Whole(b));
        return Real(a).CompareTo(Real(b));
    }

    /// <summary>A whole number's content.</summary>
    public static long Whole(Value value) => value.TryGetInteger(out var number) ? number : 0;

    /// <summary>A numeric value's content.</summary>
    public static double Real(Value value) => value.TryGetNumber(out var number) ? number : double.NaN;
}
