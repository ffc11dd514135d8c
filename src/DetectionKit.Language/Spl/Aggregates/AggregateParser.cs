using DetectionKit.Abstractions.Stages;
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
    /// <param name="reader">The parser's place.</param>
    /// <param name="canCompute">Whether <c>eval(...)</c> over aggregates may stand here.</param>
    public static AggregateSyntax? Parse(SplReader reader, bool canCompute = false)
    {
        var name = reader.Peek();
        if (name.Kind != TokenKind.Word)
        {
            reader.ReportExpected("an aggregate: `count`, `values(field)`");
            return null;
        }

        if (name.Is("eval") && reader.PeekSecond().Kind == TokenKind.OpenParenthesis)
        {
            if (canCompute)
                return ParseComputed(reader, name);
            reader.Report(DiagnosticTable.Unexpected, name.Span, "an expression over aggregates (aggregate first, then `eval`)");
            return null;
        }

        reader.Take();
        if (name.Is("sparkline"))
            return ParseSparkline(reader, name);
        NameSyntax? field = null;
        ExpressionSyntax? expression = null;
        if (reader.Peek().Kind == TokenKind.OpenParenthesis)
        {
            reader.Take();
            if (reader.Peek().Is("eval") && reader.PeekSecond().Kind == TokenKind.OpenParenthesis)
                expression = ParseEval(reader);
            else if (IsWrongCall(reader))
                return null;
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

    // sparkline, sparkline(count), sparkline(avg(field), 5m)
    private static AggregateSyntax? ParseSparkline(SplReader reader, Token name)
    {
        AggregateSyntax? shown = null;
        BucketSpan? width = null;
        if (reader.TryTake(TokenKind.OpenParenthesis))
        {
            if ((shown = Parse(reader)) is null)
                return null;
            if (reader.TryTake(TokenKind.Comma))
            {
                width = SpanReader.Read(reader.Peek().Text);
                if (width is null)
                    reader.ReportExpected(SpanReader.Examples);
                reader.Take();
            }

            if (!reader.Require(TokenKind.CloseParenthesis, "`,` and a span, or `)`"))
                return null;
        }

        var written = Words(reader.TextOf(reader.SpanFrom(name.Span.Start)));
        var target = reader.TryTakeWord("as") ? reader.ReadName("the name of the result") : null;
        return new AggregateSyntax(reader.SpanFrom(name.Span.Start), new NameSyntax(name.Span, name.Text), shown?.Field, shown?.Expression, target, written)
        {
            Shown = shown?.Function,
            Width = width,
        };
    }

    private static AggregateSyntax? ParseComputed(SplReader reader, Token name)
    {
        if (ParseEval(reader) is not { } expression)
            return null;
        reader.Mode = LexerMode.Words;
        var written = Words(reader.TextOf(reader.SpanFrom(name.Span.Start)));
        var target = reader.TryTakeWord("as") ? reader.ReadName("the name of the result") : null;
        return new AggregateSyntax(reader.SpanFrom(name.Span.Start), new NameSyntax(name.Span, name.Text), null, expression, target, written) { IsComputed = true };
    }

    // A field may be called `count(x)`, as an aggregate before named it; any other call must be eval's.
    private static bool IsWrongCall(SplReader reader)
    {
        var (name, second) = (reader.Peek(), reader.PeekSecond());
        var word = name.Text.ToLowerInvariant();
        if (name.Kind != TokenKind.Word || second.Kind != TokenKind.OpenParenthesis || second.Span.Start != name.Span.End
            || AggregateCatalogue.Names.ContainsKey(word) || AggregateCatalogue.Names.ContainsKey(AggregateCatalogue.StemOf(word)))
            return false;
        var near = Suggestion.For(word, [.. AggregateCatalogue.Names.Keys, "eval"]);
        reader.ReportWithFix(DiagnosticTable.UnknownAggregate, name.Span, near, name.Text, Suggestion.Tail(near));
        return true;
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
