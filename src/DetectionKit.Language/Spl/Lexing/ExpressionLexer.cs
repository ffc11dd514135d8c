namespace DetectionKit.Language.Spl.Lexing;

/// <summary>The tokens that only expressions have: operators, numbers, identifiers.</summary>
internal static class ExpressionLexer
{
    /// <summary>The token that begins at a place that is neither blank, quote nor common punctuation.</summary>
    /// <param name="text">The search.</param>
    /// <param name="at">The place.</param>
    public static Token Next(string text, int at) => text[at] switch
    {
        '+' => SplLexer.Make(text, at, 1, TokenKind.Plus),
        '-' => SplLexer.Make(text, at, 1, TokenKind.Minus),
        '*' => SplLexer.Make(text, at, 1, TokenKind.Star),
        '/' => SplLexer.Make(text, at, 1, TokenKind.Slash),
        '%' => SplLexer.Make(text, at, 1, TokenKind.Percent),
        '.' when !BeginsFraction(text, at) => SplLexer.Make(text, at, 1, TokenKind.Dot),
        '.' => Number(text, at),
        var unit when char.IsAsciiDigit(unit) => Number(text, at),
        _ => Identifier(text, at),
    };

    // `.5` is a number where an operand can begin, and a concatenation right behind a name or a closing mark.
    private static bool BeginsFraction(string text, int at) =>
        at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || "_)\"'}".Contains(text[at - 1], StringComparison.Ordinal)));

    private static Token Number(string text, int at)
    {
        var end = at;
        if (text.AsSpan(at).StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            end += 2;
            while (end < text.Length && char.IsAsciiHexDigit(text[end]))
                end++;
        }
        else
        {
            end = Digits(text, end);
            if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
                end = Digits(text, end + 1);
            end = Exponent(text, end);
        }

        // `4624_count` is a name, not a number.
        return end < text.Length && IsNameUnit(text, end) ? Identifier(text, at) : SplLexer.Make(text, at, end - at, TokenKind.Number);
    }

    private static int Exponent(string text, int at)
    {
        if (at >= text.Length || text[at] is not ('e' or 'E'))
            return at;
        var digits = at + 1 < text.Length && text[at + 1] is '+' or '-' ? at + 2 : at + 1;
        return Digits(text, digits) is var end && end > digits ? end : at;
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }

    private static Token Identifier(string text, int at)
    {
        var end = at;
        while (end < text.Length)
        {
            var template = SplLexer.TemplateLength(text, end);
            if (template == 0 && !IsNameUnit(text, end))
                break;
            end += Math.Max(template, 1);
        }

        return end == at ? SplLexer.Make(text, at, 1, TokenKind.Unknown) : SplLexer.Make(text, at, end - at, TokenKind.Identifier);
    }

    private static bool IsNameUnit(string text, int at) => text[at] switch
    {
        '_' or '{' or '}' or '@' or '$' or '#' => true,
        ':' => at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]),
        var unit => char.IsLetterOrDigit(unit) || char.IsSurrogate(unit),
    };
}
