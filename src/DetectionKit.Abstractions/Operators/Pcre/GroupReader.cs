using System.Text;

namespace DetectionKit.Abstractions.Operators.Pcre;

/// <summary>Reads what stands behind an opening parenthesis: <c>(?P&lt;name&gt; (?&lt;name&gt; (?'name' (?i-s:</c>, and what .NET has nothing for.</summary>
internal static class GroupReader
{
    /// <summary>A group's name and how many characters lie before its content; null: it has none. One that is not closed takes all that is left.</summary>
    /// <param name="rest">The expression from the parenthesis on.</param>
    public static (string Name, int Length)? Name(ReadOnlySpan<char> rest)
    {
        var (start, end) = rest switch
        {
            ['(', '?', 'P', '<', ..] => (4, '>'),
            ['(', '?', '<', not ('=' or '!'), ..] => (3, '>'),
            ['(', '?', '\'', ..] => (3, '\''),
            _ => (0, '\0'),
        };
        if (start == 0)
            return null;
        var length = rest[start..].IndexOf(end);
        return length < 0 ? (rest[start..].ToString(), rest.Length) : (rest.Slice(start, length).ToString(), start + length + 1);
    }

    /// <summary>Why a group cannot be rewritten; null: it can.</summary>
    /// <param name="rest">The expression from the parenthesis on.</param>
    public static string? Unsupported(ReadOnlySpan<char> rest) => rest switch
    {
        ['(', '*', >= 'A' and <= 'Z', ..] => "verbs such as (*SKIP) are not known here",
        ['(', '?', 'R' or '&' or (>= '0' and <= '9'), ..] or ['(', '?', 'P', '>', ..] or ['(', '?', '+' or '-', >= '0' and <= '9', ..] => "recursion is not known here",
        ['(', '?', '|', ..] => "groups that share their numbers, (?|...), are not known here",
        ['(', '?', '(', 'R', ')' or '&' or (>= '0' and <= '9'), ..] or ['(', '?', '(', 'D', 'E', 'F', 'I', 'N', 'E', ')', ..] => "conditions on recursion are not known here",
        ['(', '?', 'C', ..] => "callouts are not known here",
        ['(', '?', 'U', ..] => "the flag U, lazy by default, is not known here",
        _ => null,
    };

    /// <summary>The flags that .NET knows: i m s n x. PCRE's a, J and xx change nothing here.</summary>
    /// <param name="flags">The flags as written.</param>
    public static string Flags(ReadOnlySpan<char> flags)
    {
        var kept = new StringBuilder();
        foreach (var flag in flags)
        {
            if ("imsnx-".Contains(flag, StringComparison.Ordinal) && !(flag == 'x' && kept.Length > 0 && kept[^1] == 'x'))
                kept.Append(flag);
        }

        return kept.ToString();
    }
}
