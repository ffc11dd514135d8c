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

        if (first.Text is "(")
            reader.TakeSplitText();
        else
            reader.Take();
        var inner = reader.Inside(reader.SpanFrom(first.Span.Start));
        var condition = ExpressionParser.Parse(inner);
        if (condition is null || inner.Peek().Kind == TokenKind.End)
            return condition;
        inner.ReportExpected("the end of the text in quotes");
        return null;
    }

    private static ExpressionSyntax? Parenthesised(SplReader reader)
    {
        if (!reader.Require(TokenKind.OpenParenthesis, "a condition in parentheses"))
            return null;
        var condition = ExpressionParser.Parse(reader);
        reader.Mode = LexerMode.Words;
        return condition is not null && reader.Require(TokenKind.CloseParenthesis, "`)`") ? condition : null;
    }
}
