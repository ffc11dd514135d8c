using System.Text;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.SearchExpressions;

/// <summary>Reads the values that fields are compared with.</summary>
internal static class SearchValues
{
    /// <summary>A value: bare, or in quotes. Pieces that touch one another are one value (<c>"a "b" c"</c>), as Splunk reads them; null and a report where none stands.</summary>
    /// <param name="reader">The parser's place.</param>
    public static NameSyntax? Read(SplReader reader)
    {
        if (reader.Peek().Kind is not (TokenKind.Word or TokenKind.QuotedText or TokenKind.QuotedName))
        {
            reader.ReportExpected("a value");
            return null;
        }

        var first = reader.Take();
        if (!reader.IsAdjacent || !IsPiece(reader.Peek()))
            return new NameSyntax(first.Span, Unescape(first));
        var text = new StringBuilder(Unescape(first));
        while (reader.IsAdjacent && IsPiece(reader.Peek()))
            text.Append(Unescape(reader.Take()));
        var span = reader.SpanFrom(first.Span.Start);
        if (first.Kind == TokenKind.QuotedText && span.Length > 0 && reader.TextOf(span)[^1] == '"')
            reader.Report(DiagnosticTable.NestedQuotes, span);
        return new NameSyntax(span, text.ToString());
    }

    private static bool IsPiece(Token token) => token.Kind is TokenKind.Word or TokenKind.QuotedText;

    // A bare word keeps its backslashes, but \" and \\ mean the same as inside quotes.
    private static string Unescape(Token token) => token.Kind == TokenKind.Word
        ? token.Text.Replace("\\\\", "\\", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal)
        : token.Text;
}
