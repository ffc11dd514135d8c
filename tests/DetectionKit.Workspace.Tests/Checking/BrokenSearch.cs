using System.Text.RegularExpressions;
using DetectionKit.Language.Binding.Events;
using DetectionKit.Language.Text;

namespace DetectionKit.Workspace.Tests.Checking;

/// <summary>What is broken in a copy of a search.</summary>
public enum Breakage
{
    /// <summary>A data model's field or a column made of one, misspelt.</summary>
    Field,

    /// <summary>A field that the rule's data sources list, misspelt.</summary>
    EventField,

    /// <summary>A macro's name, misspelt.</summary>
    Macro,

    /// <summary>A parenthesis that is lost.</summary>
    Parenthesis,

    /// <summary>A bracket of a subsearch that is lost.</summary>
    Bracket,

    /// <summary>A double quote that is lost.</summary>
    Quote,

    /// <summary>A backtick that is lost.</summary>
    Backtick,

    /// <summary>A command's name, misspelt.</summary>
    Command,

    /// <summary>A function's name, misspelt.</summary>
    Function,

    /// <summary>A pipe that is lost.</summary>
    Pipe,

    /// <summary>A comma between the arguments of a function that is lost.</summary>
    Comma,
}

/// <summary>Breaks searches, one place at a time.</summary>
internal static partial class BrokenSearch
{
    private static readonly string[] Words = ["as", "by", "where", "and", "or", "not", "in", "output", "outputnew", "true", "false", "over", "like", "count", "null"];

    /// <summary>A stretch that is replaced.</summary>
    /// <param name="At">Where it begins.</param>
    /// <param name="Length">Its length.</param>
    /// <param name="Text">What stands there then.</param>
    public sealed record Change(int At, int Length, string Text)
    {
        public string Apply(string search) => search[..At] + Text + search[(At + Length)..];
    }

    /// <summary>All changes of a kind.</summary>
    public static IEnumerable<Change> Changes(string search, Breakage what, EventFields fields) => what switch
    {
        Breakage.Field => search.Contains("datamodel", StringComparison.Ordinal) ? ModelFields(search) : [],
        Breakage.EventField => search.Contains("datamodel", StringComparison.Ordinal) ? [] : EventReads(search, fields),
        Breakage.Macro => Macro().Matches(search).SelectMany(match => Misspelt(match.Groups["name"])),
        Breakage.Command => OutsideOf(search, Command()).SelectMany(match => Misspelt(match.Groups["name"])),
        Breakage.Function => OutsideOf(search, Function()).Where(match => !Words.Contains(match.Groups["name"].Value, StringComparer.OrdinalIgnoreCase) && (match.Index == 0 || search[match.Index - 1] != '`'))
            .SelectMany(match => Misspelt(match.Groups["name"])),
        Breakage.Parenthesis => Lost(search, "()"),
        Breakage.Bracket => Lost(search, "[]"),
        Breakage.Pipe => Lost(search, "|").Where(change => search[..change.At].Trim().Length > 0),
        Breakage.Comma => Lost(search, ",").Where(change => IsInCall(search, change.At)),
        Breakage.Backtick => Macro().Matches(search).Select(match => new Change(match.Index, 1, "")),
        _ => Quotes(search),
    };

    /// <summary>The text around a place, on one line.</summary>
    public static string Around(string text, int at) => text[Math.Max(0, at - 40)..Math.Min(text.Length, at + 40)].ReplaceLineEndings(" ");

    /// <summary>The name of the command at a place.</summary>
    public static string CommandAt(string search, int at)
    {
        var pipe = at == 0 ? -1 : search.LastIndexOf('|', at - 1);
        return Name().Match(search, pipe + 1).Value;
    }

    /// <summary>Whether an error lies on the change, or on its command, or on the one behind a lost end.</summary>
    public static bool IsNear(string broken, Change change, TextSpan error)
    {
        if (change.Text.Length > 0)
            return error.Start < change.At + change.Text.Length && error.End > change.At;

        // A bracket or parenthesis whose other half was lost is as good a place.
        if (error.Length == 1 && "()[]".Contains(broken[error.Start], StringComparison.Ordinal))
            return true;
        var from = Math.Max(0, change.At - 1) is var before && broken.LastIndexOf('|', Math.Min(before, broken.Length - 1)) is var pipe and >= 0 ? pipe : 0;
        var to = broken.IndexOf('|', Math.Min(change.At, broken.Length - 1)) is var next and >= 0 ? next + 1 : broken.Length;
        return error.Start <= to && error.End >= from;
    }

    // Every reading of a model's field and of a column that tstats or stats made.
    private static IEnumerable<Change> ModelFields(string search)
    {
        var names = Names(search).ToArray();
        var models = names.Where(match => match.Value.Contains('.', StringComparison.Ordinal)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        var columns = models.Select(name => name[(name.LastIndexOf('.') + 1)..]).ToHashSet(StringComparer.Ordinal);
        foreach (var match in names.Where(match => IsRead(search, match)))
        {
            var dot = match.Value.LastIndexOf('.') + 1;
            if ((models.Contains(match.Value) && match.Length - dot > 2) || (columns.Contains(match.Value) && match.Length > 2))
            {
                foreach (var change in Misspelt(match, dot))
                    yield return change;
            }
        }
    }

    // Every reading of a field that the rule's sources list.
    private static IEnumerable<Change> EventReads(string search, EventFields fields)
    {
        IReadOnlySet<string> listed = fields.Own.IsEmpty ? fields.Known : fields.Own.ToHashSet(StringComparer.Ordinal);
        return Names(search).Where(match => match.Length > 3 && listed.Contains(match.Value) && IsRead(search, match)).SelectMany(match => Misspelt(match));
    }

    // Names that are given, values behind `=`, and stems of wildcards are no reading of a field.
    private static bool IsRead(string search, Match match)
    {
        var before = search[..match.Index].TrimEnd();
        var after = match.Index + match.Length < search.Length ? search[match.Index + match.Length] : ' ';
        return after is not ('*' or '(' or '{') && before is not [.., '=' or '*' or '<'] && !before.EndsWith(" as", StringComparison.OrdinalIgnoreCase)
            && !IsAssigned(search, match, before) && !Words.Contains(match.Value, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsAssigned(string search, Match match, string before) =>
        (before.EndsWith("eval", StringComparison.OrdinalIgnoreCase) || (before.EndsWith(',') && string.Equals(CommandAt(search, match.Index), "eval", StringComparison.OrdinalIgnoreCase)))
        && search[(match.Index + match.Length)..].TrimStart() is ['=', not '=', ..];

    private static IEnumerable<Match> Names(string search)
    {
        return OutsideOf(search, Name()).Where(match => match.Index == 0 || search[match.Index - 1] != '`');
    }

    private static IEnumerable<Match> OutsideOf(string search, Regex regex)
    {
        var outside = Outside(search).ToHashSet();
        return regex.Matches(search).Where(match => outside.Contains(match.Index));
    }

    // Two letters swapped, one dropped, one doubled; places that leave another word of the search alone are taken from the middle.
    private static IEnumerable<Change> Misspelt(Capture name, int from = 0)
    {
        var text = name.Value;
        var middle = from + ((text.Length - from) / 2);
        string[] all =
        [
            text[middle - 1] == text[middle] ? text[..middle] + 'q' + text[middle..] : text[..(middle - 1)] + text[middle] + text[middle - 1] + text[(middle + 1)..],
            text.Remove(middle, 1),
            text[..middle] + text[middle] + text[middle..],
        ];
        return all.Select(wrong => new Change(name.Index, name.Length, wrong));
    }

    private static IEnumerable<Change> Lost(string search, string signs) => Outside(search).Where(at => signs.Contains(search[at], StringComparison.Ordinal)).Select(at => new Change(at, 1, ""));

    private static IEnumerable<Change> Quotes(string search)
    {
        var outside = Outside(search).ToHashSet();
        return Enumerable.Range(0, search.Length).Where(at => search[at] == '"' && (at == 0 || search[at - 1] != '\\') && (outside.Contains(at) || outside.Contains(at - 1) || outside.Contains(at + 1))).Select(at => new Change(at, 1, ""));
    }

    private static bool IsInCall(string search, int at)
    {
        var depth = 0;
        for (var i = at - 1; i >= 0; i--)
        {
            if (search[i] == ')')
                depth++;
            else if (search[i] == '(' && depth-- == 0)
                return i > 0 && char.IsLetterOrDigit(search[i - 1]);
            else if (search[i] == '|')
                return false;
        }

        return false;
    }

    // Places outside of quotes and comments.
    private static IEnumerable<int> Outside(string search)
    {
        var quoted = false;
        for (var i = 0; i < search.Length; i++)
        {
            if (quoted && search[i] == '\\')
            {
                i++;
                continue;
            }

            if (search.AsSpan(i).StartsWith("```", StringComparison.Ordinal))
            {
                i = Math.Max(i, search.IndexOf("```", i + 3, StringComparison.Ordinal) + 2);
                continue;
            }

            if (search[i] == '"')
                quoted = !quoted;
            else if (!quoted)
                yield return i;
        }
    }

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_.]*", RegexOptions.None, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("(?<!`)`(?<name>[A-Za-z_][A-Za-z0-9_]*)", RegexOptions.None, 1000)]
    private static partial Regex Macro();

    [GeneratedRegex(@"(?:\||\[\s*\|?)\s*(?<name>[a-z]{3,})\b", RegexOptions.None, 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<name>\b[a-z][a-z0-9_]{2,})\(", RegexOptions.None, 1000)]
    private static partial Regex Function();
}
