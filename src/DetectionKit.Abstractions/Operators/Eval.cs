using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Operators;

/// <summary>
/// Comparisons of <c>where</c> and <c>eval</c>. Three-valued: a comparison with an absent value is not known (null).
/// Two values that are or spell numbers compare as numbers, all else as text with case. A multivalue compares true if any of its values does.
/// </summary>
public static class Eval
{
    /// <summary><c>a = b</c></summary>
    /// <param name="a">The left side.</param>
    /// <param name="b">The right side.</param>
    public static bool? Equal(Value a, Value b) => Any(a, b, static order => order == 0);

    /// <summary><c>a != b</c></summary>
    /// <param name="a">The left side.</param>
    /// <param name="b">The right side.</param>
    public static bool? NotEqual(Value a, Value b) => Any(a, b, static order => order != 0);

    /// <summary><c>a &lt; b</c></summary>
    /// <param name="a">The left side.</param>
    /// <param name="b">The right side.</param>
    public static bool? Less(Value a, Value b) => Any(a, b, static order => order < 0);

    /// <summary><c>a &lt;= b</c></summary>
    /// <param name="a">The left side.</param>
    /// <param name="b">The right side.</param>
    public static bool? AtMost(Value a, Value b) => Any(a, b, static order => order <= 0);

    /// <summary><c>a &gt; b</c></summary>
    /// <param name="a">The left side.</param>
    /// <param name="b">The right side.</param>
    public static bool? Greater(Value a, Value b) => Any(a, b, static order => order > 0);

    /// <summary><c>a &gt;= b</c></summary>
    /// <param name="a">The left side.</param>
    /// <param name="b">The right side.</param>
    public static bool? AtLeast(Value a, Value b) => Any(a, b, static order => order >= 0);

    /// <summary><c>value IN (items)</c>: not known when the value is absent.</summary>
    /// <param name="value">The value.</param>
    /// <param name="items">The list; absent items match nothing.</param>
    public static bool? In(Value value, params ReadOnlySpan<Value> items)
    {
        if (value.IsNull)
            return null;
        foreach (var item in items)
        {
            if (Equal(value, item) is true)
                return true;
        }

        return false;
    }

    /// <summary><c>value LIKE pattern</c></summary>
    /// <param name="value">The value.</param>
    /// <param name="pattern">The pattern.</param>
    public static bool? Like(Value value, LikePattern pattern)
    {
        if (value.IsNull)
            return null;
        foreach (var item in value.Items)
        {
            if (pattern.IsMatch(item.ToText()))
                return true;
        }

        return false;
    }

    /// <summary><c>value LIKE pattern</c> with a pattern that is not known before.</summary>
    /// <param name="value">The value.</param>
    /// <param name="pattern">The pattern.</param>
    public static bool? Like(Value value, Value pattern) => pattern.IsNull ? null : Like(value, LikePattern.Of(pattern.ToText()));

    /// <summary><c>coalesce(...)</c>: the first value that is there.</summary>
    /// <param name="values">The values in order.</param>
    public static Value Coalesce(params ReadOnlySpan<Value> values)
    {
        foreach (var value in values)
        {
            if (!value.IsNull)
                return value;
        }

        return Value.Null;
    }

    /// <summary>A condition as a value: <c>True</c>, <c>False</c>, or absent when not known.</summary>
    /// <param name="condition">The condition.</param>
    public static Value Truth(bool? condition) => condition is { } known ? Value.Of(known ? "True" : "False") : Value.Null;

    /// <summary>The order of two single present values.</summary>
    internal static int Compare(Value a, Value b)
    {
        var left = Numbers.Read(a);
        var right = left.IsNull ? default : Numbers.Read(b);
        return right.IsNull ? string.CompareOrdinal(a.ToText(), b.ToText()) : Numbers.Compare(left, right);
    }

    private static bool? Any(Value a, Value b, Func<int, bool> holds)
    {
        if (a.IsNull || b.IsNull)
            return null;
        if (a.Kind != ValueKind.Multi && b.Kind != ValueKind.Multi)
            return holds(Compare(a, b));
        foreach (var left in a.Items)
        {
            foreach (var right in b.Items)
            {
                if (holds(Compare(left, right)))
                    return true;
            }
        }

        return false;
    }
}
