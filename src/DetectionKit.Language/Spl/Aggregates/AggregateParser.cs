using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Spl.Expressions;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Aggregates;

/// <summary>Reads the aggregates of stats, tstats and their like.</summary>
internal static class AggregateParser
{
    /// <summary>Reads <c>function(field) AS name</c>, <c>count</c>, <c>count(eval(...))</c>; null and a report where none can be read.</summary>
    public static AggregateSyntax? Parse(SplReader reader)
    {
        var name = reader.Peek();
        if (name.Kind != TokenKind.Word)
        {
            reader.ReportExpected("an aggregate: `count`, `values(field)`");
            return null;
        }

        if ((name.Is("sparkline") || name.Is("eval")) && reader.PeekSecond().Kind == TokenKind.OpenParenthesis)
        {
            reader.Report(DiagnosticTable.UnsupportedOption, name.Span, name.Is("eval") ? "an expression over aggregates: aggregate first, then `eval`, which" : "`sparkline`, a drawing,");
            return null;
        }

        reader.Take();
        NameSyntax? field = null;
        ExpressionSyntax? expression = null;
        if (reader.Peek().Kind == TokenKind.OpenParenthesis)
        {
            reader.Take();
            if (reader.Peek().Is("eval") && reader.PeekSecond().Kind == TokenKind.OpenParenthesis)
                expression = ParseEval(reader);
            else if (reader.Peek().Kind != TokenKind.CloseParenthesis)
                field = reader.ReadName("a field");
            reader.Mode = LexerMode.Words;
            if (!reader.Require(TokenKind.CloseParenthesis, "`)`"))
                return null;
        }

        var written = Words(reader.TextOf(reader.SpanFrom(name.Span.Start)));
        var target = reader.TryTakeWord("as") ? reader.ReadName("the name of the result") : null;
        return new AggregateSyntax(
            reader.SpanFrom(name.Span.Start), new NameSyntax(name.Span, name.Text), field, expression, target, written);
    }

    private static ExpressionSyntax? ParseEval(SplReader reader)
    {
        reader.Take();
        reader.Take();
        var expression = ExpressionParser.Parse(reader);
        if (expression is not null)
            reader.Require(TokenKind.CloseParenthesis, "an operator or `)`");
        return expression;
    }

    // `dc( x )` is named dc(x).
    private static string Words(string written)
    {
        var open = written.IndexOf('(', StringComparison.Ordinal);
        return open < 0 || !written.EndsWith(')')
            ? written
            : $"{written[..open].TrimEnd()}({written[(open + 1)..^1].Trim()})";
    }
}
