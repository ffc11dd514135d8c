namespace DetectionKit.Abstractions.Operators.Pcre;

/// <summary>Reads <c>* + ? {2,3}</c>.</summary>
internal static class QuantifierReader
{
    /// <summary>How long the quantifier is; 0: the brace begins none, and means itself.</summary>
    /// <param name="rest">The expression from its first character on.</param>
    public static int Length(ReadOnlySpan<char> rest)
    {
        if (rest[0] != '{')
            return 1;
        var end = rest.IndexOf('}');
        return end > 1 && char.IsAsciiDigit(rest[1]) && IsBounds(rest[1..end]) ? end + 1 : 0;
    }

    private static bool IsBounds(ReadOnlySpan<char> text)
    {
        var commas = 0;
        foreach (var unit in text)
        {
            commas += unit == ',' ? 1 : 0;
            if (commas > 1 || (unit != ',' && !char.IsAsciiDigit(unit)))
                return false;
        }

        return true;
    }
}
