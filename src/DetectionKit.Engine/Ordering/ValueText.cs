using System.Globalization;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Ordering;

/// <summary>Values as the texts that they are written as, without making those: 5 and "5" are one.</summary>
internal static class ValueText
{
    private const int LongestInteger = 20;

    /// <summary>Whether two single values are written the same.</summary>
    public static bool Equal(Value a, Value b) =>
        a.Kind == b.Kind && a.Kind == ValueKind.Integer ? a.Equals(b) : string.Equals(a.ToText(), b.ToText(), StringComparison.Ordinal);

    /// <summary>The same for values that are written the same.</summary>
    public static int Hash(Value value)
    {
        if (value.Kind != ValueKind.Integer || !value.TryGetInteger(out var number))
            return string.GetHashCode(value.ToText(), StringComparison.Ordinal);
        Span<char> text = stackalloc char[LongestInteger];
        number.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        return string.GetHashCode(text[..length], StringComparison.Ordinal);
    }
}
