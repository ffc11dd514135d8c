using System.Text;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Lexing;

/// <summary>
/// Cuts a search into tokens that follow one another without a gap. Pure: the token at a place depends on the text and the mode alone.
/// Double quotes are seen before backticks, so a backtick inside quotes is text.
/// </summary>
internal static class SplLexer
{
    private const string Fence = "```";

    /// <summary>The token that begins at a place; at the end of the text, <see cref="TokenKind.End"/>.</summary>
    /// <param name="text">The search.</param>
    /// <param name="at">The place.</param>
    /// <param name="mode">How to read it.</param>
    public static Token Next(string text, int at, LexerMode mode)
    {
        if (at >= text.Length)
            return new Token(TokenKind.End, new TextSpan(text.Length, 0), "");
        var unit = text[at];
        if (char.IsWhiteSpace(unit))
            return Run(text, at, TokenKind.Whitespace, char.IsWhiteSpace);
        switch (unit)
        {
            case '"':
                return Quoted(text, at, TokenKind.QuotedText);
            case '\'' when mode == LexerMode.Expression || ClosesOnLine(text, at):
                return Quoted(text, at, TokenKind.QuotedName);
            case '`':
                return text.AsSpan(at).StartsWith(Fence, StringComparison.Ordinal) ? Comment(text, at) : Macro(text, at);
            default:
                break;
        }

        return Punctuation(text, at)
            ?? (mode == LexerMode.Words ? Word(text, at) : ExpressionLexer.Next(text, at));
    }

    /// <summary>A token of one text unit or more.</summary>
    internal static Token Make(string text, int at, int length, TokenKind kind) => new(kind, new TextSpan(at, length), text.Substring(at, length));

    /// <summary>Whether <c>&lt;&lt;NAME&gt;&gt;</c> begins here (a template of foreach); its length, or 0.</summary>
    internal static int TemplateLength(string text, int at)
    {
        if (!text.AsSpan(at).StartsWith("<<", StringComparison.Ordinal))
            return 0;
        var end = at + 2;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        return end > at + 2 && text.AsSpan(end).StartsWith(">>", StringComparison.Ordinal) ? end + 2 - at : 0;
    }

    private static Token? Punctuation(string text, int at)
    {
        var doubled = at + 1 < text.Length && text[at + 1] == '=';
        return text[at] switch
        {
            '|' => Make(text, at, 1, TokenKind.Pipe),
            '(' => Make(text, at, 1, TokenKind.OpenParenthesis),
            ')' => Make(text, at, 1, TokenKind.CloseParenthesis),
            '[' => Make(text, at, 1, TokenKind.OpenBracket),
            ']' => Make(text, at, 1, TokenKind.CloseBracket),
            ',' => Make(text, at, 1, TokenKind.Comma),
            '=' => Make(text, at, doubled ? 2 : 1, doubled ? TokenKind.DoubleEqual : TokenKind.Equal),
            '!' when doubled => Make(text, at, 2, TokenKind.NotEqual),
            '<' when TemplateLength(text, at) == 0 => Make(text, at, doubled ? 2 : 1, doubled ? TokenKind.LessOrEqual : TokenKind.Less),
            '>' => Make(text, at, doubled ? 2 : 1, doubled ? TokenKind.GreaterOrEqual : TokenKind.Greater),
            _ => null,
        };
    }

    private static Token Word(string text, int at)
    {
        var end = at;
        while (end < text.Length && !EndsWord(text, end))
        {
            var template = TemplateLength(text, end);
            if (template > 0)
                end += template;
            else
                end += text[end] == '\\' && end + 1 < text.Length && text[end + 1] == '"' ? 2 : 1;
        }

        return end == at ? Make(text, at, 1, TokenKind.Unknown) : Make(text, at, end - at, TokenKind.Word);
    }

    private static bool EndsWord(string text, int at) => text[at] switch
    {
        '|' or '(' or ')' or '[' or ']' or ',' or '=' or '>' or '"' or '`' => true,
        '<' => TemplateLength(text, at) == 0,
        '!' => at + 1 < text.Length && text[at + 1] == '=',
        var unit => char.IsWhiteSpace(unit),
    };

    // An apostrophe among words begins a quoted name only when another closes it on the same line, before the next command.
    private static bool ClosesOnLine(string text, int at)
    {
        var close = text.AsSpan(at + 1).IndexOfAny('\'', '\n', '|');
        return close > 0 && text[at + 1 + close] == '\'';
    }

    private static Token Quoted(string text, int at, TokenKind kind)
    {
        var mark = text[at];
        var content = new StringBuilder();
        var i = at + 1;
        while (i < text.Length && text[i] != mark)
        {
            // Only the mark and the backslash itself can be escaped; any other backslash is a character of the text.
            if (text[i] == '\\' && i + 1 < text.Length && (text[i + 1] == mark || text[i + 1] == '\\'))
                i++;
            content.Append(text[i]);
            i++;
        }

        var closed = i < text.Length;
        return new Token(kind, TextSpan.FromBounds(at, closed ? i + 1 : i), content.ToString(), closed);
    }

    private static Token Comment(string text, int at)
    {
        var close = text.IndexOf(Fence, at + Fence.Length, StringComparison.Ordinal);
        var end = close < 0 ? text.Length : close + Fence.Length;
        return Make(text, at, end - at, TokenKind.Comment) with { IsClosed = close >= 0 };
    }

    private static Token Macro(string text, int at)
    {
        var close = text.IndexOf('`', at + 1);
        var end = close < 0 ? text.Length : close + 1;
        return Make(text, at, end - at, TokenKind.Macro) with { IsClosed = close >= 0 };
    }

    private static Token Run(string text, int at, TokenKind kind, Func<char, bool> belongs)
    {
        var end = at;
        while (end < text.Length && belongs(text[end]))
            end++;
        return Make(text, at, end - at, kind);
    }
}
