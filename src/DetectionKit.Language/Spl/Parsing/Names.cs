using System.Collections.Immutable;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Parsing;

/// <summary>Reads the names that stand among a command's arguments.</summary>
internal static class Names
{
    /// <summary>Whether a name begins here.</summary>
    public static bool AtName(this SplReader reader) => reader.Peek().Kind is TokenKind.Word or TokenKind.QuotedText or TokenKind.QuotedName;

    /// <summary>A bare, double- or single-quoted name; <c>count(x)</c> is one too. Null and a report where none stands.</summary>
    /// <param name="reader">The parser's place.</param>
    /// <param name="what">What the name is for: "a field".</param>
    public static NameSyntax? ReadName(this SplReader reader, string what)
    {
        if (!reader.AtName())
        {
            reader.ReportExpected(what);
            return null;
        }

        if (LostPipe.IsReportedAsName(reader))
            return null;
        var token = reader.Take();
        if (token.Kind != TokenKind.Word || reader.Peek().Kind != TokenKind.OpenParenthesis || !reader.IsAdjacent)
            return new NameSyntax(token.Span, token.Text);

        // The unnamed column of an aggregate: its name is its text.
        var depth = 0;
        do
        {
            depth += reader.Peek().Kind switch { TokenKind.OpenParenthesis => 1, TokenKind.CloseParenthesis => -1, _ => 0 };
            if (reader.AtCommandEnd)
            {
                reader.ReportExpected("`)`");
                return null;
            }

            reader.Take();
        }
        while (depth > 0);
        var span = reader.SpanFrom(token.Span.Start);
        return new NameSyntax(span, reader.TextOf(span));
    }

    /// <summary>Names apart from one another by commas or blanks, up to the end of the command or a word that says something else.</summary>
    /// <param name="reader">The parser's place.</param>
    /// <param name="what">What the names are for.</param>
    /// <param name="stops">Whether the list ends before this token.</param>
    public static ImmutableArray<NameSyntax> ReadNames(this SplReader reader, string what, Func<Token, bool>? stops = null)
    {
        var names = ImmutableArray.CreateBuilder<NameSyntax>();
        var separated = false;
        while (!reader.AtCommandEnd && !(stops?.Invoke(reader.Peek()) ?? false))
        {
            if (reader.TryTake(TokenKind.Comma))
            {
                separated = true;
                continue;
            }

            if (names.Count > 0 && !separated && LostPipe.IsReportedInList(reader))
            {
                reader.SkipCommand();
                break;
            }

            separated = false;
            if (reader.ReadName(what) is not { } name)
                break;
            names.Add(name);
        }

        return names.ToImmutable();
    }

    /// <summary>An argument that is in quotes, or bare up to the next blank, whatever it holds: <c>(?&lt;a&gt;\d+)</c>. Null and a report where none stands.</summary>
    /// <param name="reader">The parser's place.</param>
    /// <param name="what">What the argument is.</param>
    /// <param name="stop">What ends a bare one too.</param>
    public static NameSyntax? ReadArgument(this SplReader reader, string what, TokenKind stop = TokenKind.End)
    {
        if (reader.AtCommandEnd || reader.Peek().Kind is TokenKind.QuotedText or TokenKind.QuotedName)
            return reader.ReadName(what);
        var start = reader.Take().Span.Start;
        while (!reader.AtCommandEnd && reader.IsAdjacent && reader.Peek().Kind != stop)
            reader.Take();
        var span = reader.SpanFrom(start);
        return new NameSyntax(span, reader.TextOf(span));
    }
}
