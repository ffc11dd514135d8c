using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Parsing;

/// <summary>Reads searches in square brackets.</summary>
internal static class Subsearches
{
    private const int DepthLimit = 20;

    /// <summary>A subsearch with its brackets; null and a report where none can be read.</summary>
    /// <param name="reader">The parser's place.</param>
    public static SubsearchSyntax? ReadSubsearch(this SplReader reader)
    {
        reader.Mode = LexerMode.Words;
        var open = reader.Peek();
        if (open.Kind != TokenKind.OpenBracket)
        {
            reader.ReportExpected("a subsearch in `[ ]`");
            return null;
        }

        if (IsTooDeep(reader, open))
            return null;
        reader.Take();
        reader.Depth++;
        var commands = SplParser.ParsePipeline(reader, isSubsearch: true);
        reader.Depth--;
        if (reader.TryTake(TokenKind.CloseBracket))
            return new SubsearchSyntax(reader.SpanFrom(open.Span.Start), commands);
        if (!reader.IsSwallowed)
            reader.Report(DiagnosticTable.Unclosed, open.Span, "this bracket");
        return null;
    }

    /// <summary>A search in double quotes, in which quotes stand behind a backslash; null and a report where it is not whole. Call it at the quoted text.</summary>
    /// <param name="reader">The parser's place.</param>
    public static SubsearchSyntax? ReadQuotedSearch(this SplReader reader)
    {
        var quoted = reader.Peek();
        if (IsTooDeep(reader, quoted))
            return null;
        reader.Take();
        if (!quoted.IsClosed)
            return null;
        var inner = reader.Inside(quoted.Span);
        inner.Depth++;
        var commands = SplParser.ParsePipeline(inner, isSubsearch: true);
        if (inner.Peek().Kind == TokenKind.End)
            return new SubsearchSyntax(quoted.Span, commands);
        inner.ReportExpected("the end of the search in quotes");
        return null;
    }

    private static bool IsTooDeep(SplReader reader, Token open)
    {
        if (reader.Depth < DepthLimit)
            return false;
        reader.Report(DiagnosticTable.TooDeep, open.Span, DepthLimit);
        return true;
    }
}
