using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.SearchExpressions;

/// <summary><c>TERM(...)</c> and <c>CASE(...)</c> (Splunk Search Manual, "Use CASE and TERM to match phrases").</summary>
/// <param name="Value">What stands between the parentheses.</param>
/// <param name="IsTerm"><c>TERM</c></param>
/// <param name="WithCase"><c>CASE</c></param>
internal sealed record SearchDirective(NameSyntax Value, bool IsTerm, bool WithCase)
{
    /// <summary>Reads a directive; null and a report where nothing can be made of it. Call it where one begins.</summary>
    public static SearchDirective? Read(SplReader reader)
    {
        var name = reader.Take();
        reader.Take();
        if (name.Text is "PREFIX")
        {
            reader.Report(DiagnosticTable.UnsupportedOption, name.Span, "`PREFIX()`");
            return null;
        }

        return Between(reader) is { } value ? new SearchDirective(value, name.Text is "TERM", name.Text is "CASE") : null;
    }

    /// <summary>Reads <c>PREFIX(name=)</c>; null and a report where nothing can be made of it. Call it where a directive begins.</summary>
    public static NameSyntax? ReadPrefix(SplReader reader)
    {
        reader.Take();
        reader.Take();
        return Between(reader);
    }

    // What is written up to the parenthesis is one term, equals signs and all.
    private static NameSyntax? Between(SplReader reader)
    {
        if (SearchValues.Read(reader) is not { } value)
            return null;
        while (reader.IsAdjacent && reader.Peek().Kind is not (TokenKind.CloseParenthesis or TokenKind.Pipe or TokenKind.End or TokenKind.CloseBracket))
        {
            reader.Take();
            var span = reader.SpanFrom(value.Span.Start);
            value = new NameSyntax(span, reader.TextOf(span));
        }

        return reader.Require(TokenKind.CloseParenthesis, "`)`") ? value : null;
    }
}

/// <summary>Where directives begin.</summary>
internal static class SearchDirectives
{
    /// <summary>Whether a directive's name stands here with a parenthesis right behind it.</summary>
    public static bool AtDirective(this SplReader reader) =>
        reader.Peek() is { Kind: TokenKind.Word, Text: "TERM" or "CASE" or "PREFIX" } name
        && reader.PeekSecond() is { Kind: TokenKind.OpenParenthesis } open && open.Span.Start == name.Span.End;
}
