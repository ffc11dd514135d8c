using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Content.Macros;

/// <summary>
/// Finds macro uses and comments in a search. Double quotes are read before backticks: a backtick in a quoted text is text. Three backticks begin a
/// comment that three end.
/// </summary>
internal static class MacroScanner
{
    public const string CommentMark = "```";

    /// <summary>What stands at a place.</summary>
    internal enum Kind
    {
        /// <summary>The search's end.</summary>
        End,

        /// <summary>A comment.</summary>
        Comment,

        /// <summary>A use of a macro.</summary>
        Use,

        /// <summary>A backtick that nothing closes.</summary>
        Unclosed,
    }

    /// <summary>Steps over text and quoted text up to the next comment or use, whose end it finds.</summary>
    /// <param name="text">The search.</param>
    /// <param name="offset">Where it stands; set to what was found.</param>
    /// <param name="searchEnd">Where the last search in quotes ends: what is found before that stands in quotes.</param>
    /// <param name="end">Where what was found ends.</param>
    public static Kind Next(string text, ref int offset, ref int searchEnd, out int end)
    {
        while (offset < text.Length)
        {
            switch (text[offset])
            {
                case '"' when offset + 1 == searchEnd:
                    offset++;
                    break;
                case '"' when QuotedSearchEnd(text, offset) is > 0 and var found:
                    searchEnd = found;
                    offset++;
                    break;
                case '"':
                    offset = SkipQuoted(text, offset);
                    break;
                case '\\':
                    offset = Math.Min(offset + 2, text.Length);
                    break;
                case '`':
                    return Backtick(text, offset, out end);
                default:
                    offset++;
                    break;
            }
        }

        end = text.Length;
        return Kind.End;
    }

    /// <summary>Where a quoted search ends that begins at a place, so that macros in it are used (Splunk Search Reference, "map"); 0: none begins there.</summary>
    public static int QuotedSearchEnd(string text, int offset) => text[offset] == '"' && IsBehindSearch(text.AsSpan(0, offset)) ? SkipQuoted(text, offset) : 0;

    // `| map maxsearches=5 search=`
    private static bool IsBehindSearch(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        if (before is not [.., '='] || before[..^1].TrimEnd() is not { Length: > 0 } option || !option.EndsWith("search", StringComparison.OrdinalIgnoreCase))
            return false;
        var start = option.LastIndexOfAny('|', '[', '"');
        var command = option[(start + 1)..^"search".Length];
        return (start < 0 || option[start] != '"') && command.Length > 0 && char.IsWhiteSpace(command[^1])
            && command.TrimStart() is ['m' or 'M', 'a' or 'A', 'p' or 'P', var behind, ..] && char.IsWhiteSpace(behind);
    }

    /// <summary>Takes a use apart.</summary>
    public static MacroUse Read(string text, TextSpan span)
    {
        var from = span.Start + 1;
        var to = span.End - 1;
        Trim(text, ref from, ref to);
        var open = text.IndexOf('(', from, to - from);
        var nameEnd = open < 0 ? to : open;
        var nameStart = from;
        Trim(text, ref nameStart, ref nameEnd);
        var name = TextSpan.FromBounds(nameStart, nameEnd);
        var isName = name.Length > 0 && text.AsSpan(nameStart, name.Length).IndexOfAnyExcept(NameUnits) < 0;
        if (open < 0)
            return new MacroUse(span, name, [], isName);
        var isClosed = text[to - 1] == ')' && to - 1 > open;
        return new MacroUse(span, name, isClosed ? Arguments(text, open + 1, to - 1) : [], isName && isClosed);
    }

    private static readonly System.Buffers.SearchValues<char> NameUnits =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.:");

    private static ImmutableArray<TextSpan> Arguments(string text, int start, int end)
    {
        var arguments = ImmutableArray.CreateBuilder<TextSpan>();
        var from = start;
        for (var offset = start; offset <= end;)
        {
            if (offset == end || text[offset] == ',')
            {
                arguments.Add(Unquoted(text, from, offset));
                from = ++offset;
            }
            else
            {
                offset = text[offset] == '"' ? Math.Min(SkipQuoted(text, offset), end) : offset + 1;
            }
        }

        return arguments.Count == 1 && arguments[0].Length == 0 ? [] : arguments.ToImmutable();
    }

    private static TextSpan Unquoted(string text, int from, int to)
    {
        Trim(text, ref from, ref to);
        var isQuoted = to - from >= 2 && text[from] == '"' && text[to - 1] == '"' && SkipQuoted(text, from) == to;
        return isQuoted ? TextSpan.FromBounds(from + 1, to - 1) : TextSpan.FromBounds(from, to);
    }

    private static Kind Backtick(string text, int offset, out int end)
    {
        if (text.AsSpan(offset).StartsWith(CommentMark))
        {
            var close = text.IndexOf(CommentMark, offset + CommentMark.Length, StringComparison.Ordinal);
            end = close < 0 ? text.Length : close + CommentMark.Length;
            return close < 0 ? Kind.Unclosed : Kind.Comment;
        }

        for (end = offset + 1; end < text.Length;)
        {
            if (text[end] == '`')
            {
                end++;
                return Kind.Use;
            }

            end = text[end] == '"' ? SkipQuoted(text, end) : end + 1;
        }

        return Kind.Unclosed;
    }

    /// <summary>The place behind a quoted text; a text that is not closed runs to the end.</summary>
    private static int SkipQuoted(string text, int offset)
    {
        for (offset++; offset < text.Length; offset++)
        {
            if (text[offset] == '\\')
                offset++;
            else if (text[offset] == '"')
                return offset + 1;
        }

        return text.Length;
    }

    private static void Trim(string text, ref int from, ref int to)
    {
        while (from < to && char.IsWhiteSpace(text[from]))
            from++;
        while (to > from && char.IsWhiteSpace(text[to - 1]))
            to--;
    }
}
