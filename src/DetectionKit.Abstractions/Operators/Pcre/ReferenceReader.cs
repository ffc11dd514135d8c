using System.Globalization;

namespace DetectionKit.Abstractions.Operators.Pcre;

/// <summary>Reads references to groups: <c>\1 \g1 \g{1} \g{-1} \g{name} \k{name} \k'name' \k&lt;name&gt;</c>.</summary>
internal static class ReferenceReader
{
    /// <summary>The group's name or number, and how many characters that takes; null: no reference.</summary>
    /// <param name="rest">The expression from the backslash on.</param>
    /// <param name="groups">How many groups were opened so far.</param>
    public static (string Target, int Length)? Read(ReadOnlySpan<char> rest, int groups)
    {
        if (rest is ['\\', >= '1' and <= '9', ..])
            return Number(rest, groups);
        if (rest is not ['\\', 'g' or 'k', _, ..])
            return null;
        var close = rest[2] switch { '{' => '}', '<' => '>', '\'' => '\'', _ => '\0' };
        var end = close == '\0' ? -1 : rest[3..].IndexOf(close);
        if (end > 0)
            return (Absolute(rest.Slice(3, end), groups), end + 4);
        return rest[1] == 'g' && char.IsAsciiDigit(rest[2]) ? (rest[2].ToString(), 3) : null;
    }

    // \12 is octal where there are not that many groups.
    private static (string Target, int Length)? Number(ReadOnlySpan<char> rest, int groups)
    {
        var end = rest[1..].IndexOfAnyExceptInRange('0', '9') is >= 0 and var count ? count + 1 : rest.Length;
        if (end > 2 && (!int.TryParse(rest[1..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > groups))
            return null;
        return (rest[1..end].ToString(), end);
    }

    /// <summary>A group by its number or name, where it may be written by its distance: <c>-1</c> is the last that was opened, <c>+1</c> the next.</summary>
    /// <param name="target">As it is written, not empty.</param>
    /// <param name="groups">How many groups were opened so far.</param>
    public static string Absolute(ReadOnlySpan<char> target, int groups)
    {
        if (target.IsEmpty || target[0] is not ('-' or '+') || !int.TryParse(target[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var distance))
            return target.ToString();
        return (target[0] == '-' ? groups + 1 - distance : groups + distance).ToString(CultureInfo.InvariantCulture);
    }
}
