using System.Collections.Immutable;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Spl.Expressions;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Parsing;

/// <summary>Reads a search into its commands. A command that cannot be read is reported and passed over; the next ones are read all the same.</summary>
internal static class SplParser
{
    /// <summary>Reads a whole search.</summary>
    /// <param name="search">The search.</param>
    /// <param name="diagnostics">Gets what is wrong.</param>
    public static SplSyntax Parse(SearchText search, DiagnosticBag diagnostics)
    {
        var reader = new SplReader(search, diagnostics);
        reader.ReportLostQuote();
        var commands = ParsePipeline(reader);
        while (reader.Peek().Kind != TokenKind.End)
        {
            reader.Report(DiagnosticTable.Unexpected, reader.Peek().Span, "`]`");
            reader.Take();
            reader.SkipCommand();
            commands = commands.AddRange(reader.Peek().Kind == TokenKind.Pipe ? ParsePipeline(reader) : []);
        }

        return new SplSyntax(new TextSpan(0, search.Text.Length), commands);
    }

    /// <summary>Reads commands up to the end of the search or of the subsearch.</summary>
    /// <param name="reader">The parser's place.</param>
    /// <param name="isSubsearch">Whether it stands in brackets, where the first word names a command also without a pipe before it.</param>
    public static ImmutableArray<CommandSyntax> ParsePipeline(SplReader reader, bool isSubsearch = false)
    {
        var commands = ImmutableArray.CreateBuilder<CommandSyntax>();
        var start = reader.Peek();
        var isFirst = start.Kind != TokenKind.Pipe;
        if (isFirst && reader.AtCommandEnd)
        {
            reader.Report(DiagnosticTable.EmptySearch, start.Span);
            return [];
        }

        while (isFirst || reader.TryTake(TokenKind.Pipe))
        {
            var name = reader.Peek();
            var command = ParseCommand(reader, isFirst, isSubsearch);
            commands.Add(command is null || reader.IsSwallowed ? new UnreadCommandSyntax(name.Span, name.Span) : command);
            reader.Mode = LexerMode.Words;
            if (!reader.AtCommandEnd)
            {
                if (command is not null)
                    ReportRest(reader);
                reader.SkipCommand();
            }

            isFirst = false;
        }

        return commands.ToImmutable();
    }

    private static void ReportRest(SplReader reader)
    {
        var token = reader.Peek();
        if (token.Kind == TokenKind.Word && CommandCatalogue.ByName.ContainsKey(token.Text) && !reader.IsSwallowed)
            reader.ReportWithFix(DiagnosticTable.LostPipe, token.Span, "| " + token.Text, token.Text);
        else
            reader.ReportExpected("`|` or the end of the search");
    }

    private static CommandSyntax? ParseCommand(SplReader reader, bool isFirst, bool isSubsearch)
    {
        var token = reader.Peek();
        if (isFirst && !(token.Kind == TokenKind.Word && (isSubsearch || IsCommandName(token.Text)) && Operators.Relation(reader.PeekSecond().Kind) is null))
            return CommandCatalogue.ByName["search"].Parse(reader, token with { Span = new TextSpan(token.Span.Start, 0), Text = "" });
        if (token.Kind != TokenKind.Word)
        {
            reader.ReportExpected("a command");
            return null;
        }

        if (CommandCatalogue.ByName.TryGetValue(token.Text, out var command))
            return command.Parse(reader, reader.Take());
        if (LeftOutCommands.All.TryGetValue(token.Text, out var reason))
        {
            reader.Report(DiagnosticTable.LeftOutCommand, token.Span, token.Text, reason);
        }
        else
        {
            var near = Suggestion.For(token.Text, CommandCatalogue.Names);
            reader.ReportWithFix(DiagnosticTable.UnknownCommand, token.Span, near, token.Text, Suggestion.Tail(near));
        }

        return null;
    }

    // A search that begins without a pipe begins with a condition, or with a command that makes events.
    private static bool IsCommandName(string word) =>
        CommandCatalogue.ByName.TryGetValue(word, out var command) && command.Place != CommandPlace.Later;
}
