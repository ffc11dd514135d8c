using System.Buffers;
using System.Collections.Frozen;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Parsing;

/// <summary>Tells a command whose pipe was lost from words and names: it stands among the arguments of the command before it, where its name would be searched for, or be a field.</summary>
internal static class LostPipe
{
    // No words of a language and no fields of a log; the others need arguments to be told.
    private static readonly FrozenSet<string> Technical =
        "addtotals appendcols appendpipe dedup eval eventstats fillnull foreach inputlookup iplocation makemv mvcombine mvexpand outputlookup rex spath stats streamstats timechart tstats xmlkv"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> WithArguments =
        "bin bucket convert fields fromjson join lookup regex rename search sort table transaction where"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<char> ArgumentSigns = SearchValues.Create("=,(\"<>");

    /// <summary>Whether a text is a command with arguments, or <c>search *</c> as filter macros have it.</summary>
    /// <param name="text">A macro's text.</param>
    public static bool IsCommand(ReadOnlySpan<char> text)
    {
        var trimmed = text.TrimStart();
        var blank = trimmed.IndexOf(' ');
        return blank > 0 && trimmed[..blank].ToString() is var word && (Technical.Contains(word) || word is "convert" or "rename" or "search") && trimmed[blank..].Trim().Length > 0;
    }

    /// <summary>Whether a text runs over a pipe with a command behind it.</summary>
    /// <param name="text">A text in quotes.</param>
    public static bool HasCommand(string text)
    {
        for (var pipe = text.IndexOf('|', StringComparison.Ordinal); pipe >= 0; pipe = text.IndexOf('|', pipe + 1))
        {
            var rest = text.AsSpan(pipe + 1).TrimStart();
            var end = 0;
            while (end < rest.Length && char.IsAsciiLetterLower(rest[end]))
                end++;
            if (end < rest.Length && char.IsWhiteSpace(rest[end]) && CommandCatalogue.ByName.ContainsKey(rest[..end].ToString()))
                return true;
        }

        return false;
    }

    /// <summary>Whether a name that is read here is a command's; then it is reported.</summary>
    /// <param name="reader">The parser's place.</param>
    public static bool IsReportedAsName(SplReader reader) => Technical.Contains(reader.Peek().Text) && Report(reader);

    /// <summary>Whether a further name of a list, with no comma before it, is a command's name with its arguments behind it; then it is reported.</summary>
    /// <param name="reader">The parser's place.</param>
    public static bool IsReportedInList(SplReader reader) => reader.Peek() is { Kind: TokenKind.Word, Text: "lookup" or "rename" or "sort" or "where" } word && HasArguments(reader, word.Text) && Report(reader);

    /// <summary>Whether a word to search for is a command's name with its arguments behind it; then it is reported.</summary>
    /// <param name="reader">The parser's place.</param>
    public static bool IsReportedAsWord(SplReader reader)
    {
        var word = reader.Peek().Text;
        return (Technical.Contains(word) || (WithArguments.Contains(word) && HasArguments(reader, word))) && Report(reader);
    }

    private static bool Report(SplReader reader)
    {
        var token = reader.Peek();
        if (token.Kind != TokenKind.Word || reader.PeekSecond().Kind is TokenKind.Pipe or TokenKind.End or TokenKind.CloseBracket or TokenKind.CloseParenthesis or TokenKind.Comma)
            return false;
        if (!reader.IsSwallowed)
            reader.ReportWithFix(DiagnosticTable.LostPipe, token.Span, "| " + token.Text, token.Text);
        return true;
    }

    // They can be read as its arguments, and are more than words. Among arguments that are only tried no further command is looked for: each would try all that is left again.
    private static bool HasArguments(SplReader reader, string word)
    {
        if (reader.IsAhead)
            return false;
        var found = new DiagnosticBag();
        var ahead = reader.Ahead(found);
        var keyword = ahead.Take();
        if (CommandCatalogue.ByName[word].Parse(ahead, keyword) is null || found.HasErrors || !ahead.AtCommandEnd)
            return false;
        var text = ahead.TextOf(TextSpan.FromBounds(keyword.Span.End, ahead.LastEnd));
        return word switch
        {
            "rename" => true,
            "lookup" when text.Contains(" OUTPUT", StringComparison.OrdinalIgnoreCase) => true,
            "sort" when text.TrimStart() is ['-' or '+' or (>= '0' and <= '9'), ..] => true,
            _ => text.AsSpan().ContainsAny(ArgumentSigns),
        };
    }
}
