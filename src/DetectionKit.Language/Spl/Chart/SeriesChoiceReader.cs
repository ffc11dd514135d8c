using System.Globalization;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Spl.Aggregates;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;

namespace DetectionKit.Language.Spl.Chart;

/// <summary>Reads <c>WHERE max in top5</c>, <c>WHERE sum notin bottom3</c>, <c>WHERE avg &gt; 10</c> (Splunk Search Reference, chart, "Where clause").</summary>
internal static class SeriesChoiceReader
{
    /// <summary>The choice; null and a report where none can be read. Call it at <c>where</c>.</summary>
    public static SeriesChoice? Read(SplReader reader)
    {
        reader.Take();
        if (AggregateParser.Parse(reader) is not { } aggregate)
            return null;
        if (!AggregateCatalogue.Names.TryGetValue(aggregate.Function.Text.ToLowerInvariant(), out var score))
        {
            var near = Suggestion.For(aggregate.Function.Text, AggregateCatalogue.Names.Keys);
            reader.ReportWithFix(DiagnosticTable.UnknownAggregate, aggregate.Function.Span, near, aggregate.Function.Text, Suggestion.Tail(near));
            return null;
        }

        var sign = reader.Peek();
        if (sign.Kind is TokenKind.Less or TokenKind.Greater)
        {
            reader.Take();
            if (double.TryParse(reader.Peek().Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound))
            {
                reader.Take();
                return sign.Kind == TokenKind.Greater ? new(score, 0, Above: bound) : new(score, 0, Below: bound);
            }

            reader.ReportExpected("a number");
            return null;
        }

        if (!sign.Is("in") && !sign.Is("notin"))
        {
            reader.ReportExpected("`in top5`, `notin bottom5`, `>` or `<`");
            return null;
        }

        reader.Take();
        return Ranked(reader) is var (bottom, limit) ? new(score, limit, bottom, Denied: sign.Is("notin")) : null;
    }

    // top5, top 5, (top 5)
    private static (bool Bottom, int Limit)? Ranked(SplReader reader)
    {
        var parenthesised = reader.TryTake(TokenKind.OpenParenthesis);
        if (!reader.Peek().Text.StartsWith("top", StringComparison.OrdinalIgnoreCase) && !reader.Peek().Text.StartsWith("bottom", StringComparison.OrdinalIgnoreCase))
        {
            reader.ReportExpected("`top5` or `bottom5`");
            return null;
        }

        var text = reader.Take().Text.ToLowerInvariant();
        if (text is "top" or "bottom" && reader.Peek().Kind == TokenKind.Word)
            text += reader.Take().Text;
        var bottom = text.StartsWith("bottom", StringComparison.Ordinal);
        if (int.TryParse(text.AsSpan(bottom ? 6 : 3), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0
            && (!parenthesised || reader.Require(TokenKind.CloseParenthesis, "`)`")))
            return (bottom, limit);
        reader.ReportExpected("`top5` or `bottom5`");
        return null;
    }
}
