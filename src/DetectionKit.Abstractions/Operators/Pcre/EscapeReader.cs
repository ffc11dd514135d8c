using System.Globalization;
using System.Text;

namespace DetectionKit.Abstractions.Operators.Pcre;

/// <summary>Reads the escapes that stand for one code point: <c>\x41 \x{1F600} \012 \o{12} \cA \n</c>.</summary>
internal static class EscapeReader
{
    /// <summary>The code point and how many characters its escape takes; null: this is no such escape.</summary>
    /// <param name="rest">The expression from the backslash on.</param>
    public static (Rune Rune, int Length)? CodePoint(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 2)
            return null;
        return rest[1] switch
        {
            'a' => (new('\a'), 2),
            'e' => (new('\u001B'), 2),
            'f' => (new('\f'), 2),
            'n' => (new('\n'), 2),
            'r' => (new('\r'), 2),
            't' => (new('\t'), 2),
            'c' when rest.Length > 2 && char.IsAscii(rest[2]) => (new((char)(char.ToUpperInvariant(rest[2]) ^ 0x40)), 3),
            'x' when rest.Length > 2 && rest[2] == '{' => Braced(rest, 16),
            'x' => Digits(rest, 2, 2, 16),
            'u' when Digits(rest, 2, 4, 16) is { Length: 6 } unit => unit,
            'o' when rest.Length > 2 && rest[2] == '{' => Braced(rest, 8),
            '0' => Digits(rest, 1, 3, 8),
            _ => null,
        };
    }

    /// <summary>As octal: what <c>\12</c> is where there is no group 12.</summary>
    public static (Rune Rune, int Length)? Octal(ReadOnlySpan<char> rest) => Digits(rest, 1, 3, 8);

    private static (Rune Rune, int Length)? Braced(ReadOnlySpan<char> rest, int radix)
    {
        var end = rest.IndexOf('}');
        return end > 3 && Value(rest[3..end], radix) is { } rune ? (rune, end + 1) : null;
    }

    private static (Rune Rune, int Length)? Digits(ReadOnlySpan<char> rest, int from, int most, int radix)
    {
        var end = from;
        while (end < rest.Length && end < from + most && (radix == 16 ? char.IsAsciiHexDigit(rest[end]) : rest[end] is >= '0' and <= '7'))
            end++;
        if (end == from)
            return radix == 16 ? (new('\0'), from) : null;
        return Value(rest[from..end], radix) is { } rune ? (rune, end) : null;
    }

    private static Rune? Value(ReadOnlySpan<char> digits, int radix)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            if (value > 0x10FFFF || !int.TryParse([digit], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var one) || one >= radix)
                return null;
            value = (value * radix) + one;
        }

        return Rune.IsValid(value) ? new Rune(value) : null;
    }
}
