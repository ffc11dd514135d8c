using System.Globalization;
using System.Text;

namespace DetectionKit.Abstractions.Operators;

/// <summary>Rewrites what PCRE writes otherwise than .NET: named groups, <c>\x{...}</c>, ASCII classes, POSIX classes, <c>\h</c>, <c>\R</c>, <c>\Q...\E</c>.</summary>
internal static class PcreSyntax
{
    /// <summary>The expression in .NET's syntax; what is not known is left as it is.</summary>
    public static string Translate(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 16);
        var inClass = false;
        for (var i = 0; i < pattern.Length;)
        {
            var rest = pattern.AsSpan(i);
            if (rest[0] == '\\')
            {
                i += Escape(rest, inClass, result);
            }
            else if (inClass)
            {
                i += InClass(rest, result, ref inClass);
            }
            else if (rest[0] == '[')
            {
                inClass = true;
                i += ClassStart(rest, result);
            }
            else if (rest.StartsWith("(?P<", StringComparison.Ordinal))
            {
                result.Append("(?<");
                i += 4;
            }
            else if (rest.StartsWith("(?P=", StringComparison.Ordinal) && rest.IndexOf(')') is > 4 and var end)
            {
                result.Append("\\k<").Append(rest[4..end]).Append('>');
                i += end + 1;
            }
            else
            {
                result.Append(rest[0]);
                i++;
            }
        }

        return result.ToString();
    }

    // Directly behind the bracket (and the caret) a closing bracket is an ordinary character.
    private static int ClassStart(ReadOnlySpan<char> rest, StringBuilder result)
    {
        var length = rest.StartsWith("[^", StringComparison.Ordinal) ? 2 : 1;
        result.Append(rest[..length]);
        if (length >= rest.Length || rest[length] != ']')
            return length;
        result.Append("\\]");
        return length + 1;
    }

    private static int InClass(ReadOnlySpan<char> rest, StringBuilder result, ref bool inClass)
    {
        if (rest.StartsWith("[:", StringComparison.Ordinal) && rest.IndexOf(":]", StringComparison.Ordinal) is > 2 and var end
            && PosixClass(rest[2..end]) is { } content)
        {
            result.Append(content);
            return end + 2;
        }

        // .NET subtracts classes with -[; PCRE knows no such thing.
        inClass = rest[0] != ']';
        result.Append(rest[0] == '[' ? "\\[" : rest[..1]);
        return 1;
    }

    private static int Escape(ReadOnlySpan<char> rest, bool inClass, StringBuilder result)
    {
        if (rest.Length == 1)
        {
            result.Append('\\');
            return 1;
        }

        if (rest.StartsWith("\\x{", StringComparison.Ordinal) && rest.IndexOf('}') is > 3 and var end
            && int.TryParse(rest[3..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var scalar) && Rune.IsValid(scalar))
        {
            foreach (var unit in new Rune(scalar).ToString())
                result.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}");
            return end + 1;
        }

        if (rest[1] == 'Q' && !inClass)
        {
            var close = rest.IndexOf("\\E", StringComparison.Ordinal);
            var quoted = close < 0 ? rest[2..] : rest[2..close];
            foreach (var unit in quoted)
                result.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}");
            return close < 0 ? rest.Length : close + 2;
        }

        var content = AsciiClass(rest[1]);
        if (content is not null && inClass)
            result.Append(content);
        else if (content is not null)
            result.Append('[').Append(content).Append(']');
        else if (!inClass && AsciiClass(char.ToLowerInvariant(rest[1])) is { } denied)
            result.Append("[^").Append(denied).Append(']');
        else if (!inClass && rest[1] == 'R')
            result.Append("(?:\\r\\n|[\\n\\v\\f\\r])");
        else if (rest[1] == '_')
            result.Append('_');
        else
            result.Append(rest[..2]);
        return 2;
    }

    private static string? AsciiClass(char letter) => letter switch
    {
        'd' => "0-9",
        'w' => "a-zA-Z0-9_",
        's' => " \\t\\n\\v\\f\\r",
        'h' => " \\t",
        _ => null,
    };

    private static string? PosixClass(ReadOnlySpan<char> name) => name switch
    {
        "alpha" => "a-zA-Z",
        "digit" => "0-9",
        "alnum" => "a-zA-Z0-9",
        "upper" => "A-Z",
        "lower" => "a-z",
        "xdigit" => "0-9a-fA-F",
        "word" => "a-zA-Z0-9_",
        "space" => " \\t\\n\\v\\f\\r",
        "blank" => " \\t",
        "cntrl" => "\\x00-\\x1F\\x7F",
        "print" => "\\x20-\\x7E",
        "graph" => "\\x21-\\x7E",
        "punct" => "!-/:-@\\[-`{-~",
        _ => null,
    };
}
