using DetectionKit.Language.Spl.Expressions;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;

namespace DetectionKit.Language.Spl.StreamStats;

/// <summary>Reads the condition of <c>reset_before</c> and <c>reset_after</c>: <c>(a=1)</c>, <c>"(a=\"x\")"</c>, and as the manual writes it, <c>"("a==\"x\"")"</c>.</summary>
internal static class ResetCondition
{
    /// <summary>The condition; null and a report where none can be read. Stands at the option's name.</summary>
    public static ExpressionSyntax? Read(SplReader reader)
    {
        reader.Take();
        reader.Take();
        var first = reader.Peek();
        if (first.Kind != TokenKind.QuotedText)
            return Parenthesised(reader);

        // What is in quotes is read where it stands, with the quotes and backslashes blanked, so that every place stays the same.
        var start = first.Span.Start;
        var isSplit = first.Text is "(";
        if (isSplit)
            reader.TakeSplitText();
        else
            reader.Take();
        var written = reader.TextOf(reader.SpanFrom(start));
        return reader.Inside(start, Unquoted(written), ExpressionParser.Parse);
    }

    private static ExpressionSyntax? Parenthesised(SplReader reader)
    {
        if (!reader.Require(TokenKind.OpenParenthesis, "a condition in parentheses"))
            return null;
        var condition = ExpressionParser.Parse(reader);
        reader.Mode = LexerMode.Words;
        return condition is not null && reader.Require(TokenKind.CloseParenthesis, "`)`") ? condition : null;
    }

    // A quote with its backslash is two characters: the blank goes outside of the text that it opens or closes.
    private static string Unquoted(string written)
    {
        var text = written.ToCharArray();
        var isOpen = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] == '"')
            {
                (text[i], text[i + 1]) = isOpen ? ('"', ' ') : (' ', '"');
                isOpen = !isOpen;
                i++;
            }
            else if (text[i] == '"')
            {
                text[i] = ' ';
            }
        }

        return new string(text);
    }
}
