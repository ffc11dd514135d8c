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

        if (reader.Depth >= DepthLimit)
        {
            reader.Report(DiagnosticTable.TooDeep, open.Span, DepthLimit);
            return null;
        }

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
}
