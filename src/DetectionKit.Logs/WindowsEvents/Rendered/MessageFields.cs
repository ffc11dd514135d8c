using System.Text;
using System.Text.RegularExpressions;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents.Rendered;

/// <summary>
/// Takes a message apart: <c>Label: value</c> below section headings. A value is a field under its label with underscores (the add-on's way: one
/// multivalue field for equal labels), under its section and label, and under the name that the event's XML has for it.
/// </summary>
internal static partial class MessageFields
{
    private const int LongestLabel = 60;

    /// <summary>Adds a message's values to the record.</summary>
    public static void Read(string message, LogRecord record)
    {
        string? section = null;
        string? label = null;
        var value = new StringBuilder();
        foreach (var line in message.Split('\n'))
        {
            if (Label().Match(line) is { Success: true } match && match.Groups["label"].Length <= LongestLabel)
            {
                Add(record, section, ref label, value);
                var indented = match.Groups["indent"].Length > 0;
                label = match.Groups["label"].Value.Trim();
                value.Append(match.Groups["value"].Value.Trim());
                if (indented)
                    continue;
                section = value.Length == 0 ? label : null;
                continue;
            }

            // A blank line ends a value, and the words of explanation that follow belong to none; a task's XML has blank lines of its own.
            if (line.Trim() is not { Length: > 0 } more)
            {
                if (value.Length > 0 && value[0] != '<')
                    Add(record, section, ref label, value);
                continue;
            }

            if (label is null)
                continue;
            if (value.Length > 0)
                value.Append('\n');
            value.Append(more);
        }

        Add(record, section, ref label, value);
    }

    private static void Add(LogRecord record, string? section, ref string? last, StringBuilder value)
    {
        var (label, text) = (last, Value.Of(value.ToString()));
        last = null;
        value.Clear();
        if (label is null || text.ToText().Length == 0)
            return;
        record.Add(FieldName(label), text);
        var inside = string.Equals(section, label, StringComparison.Ordinal) ? null : section;
        if (inside is not null)
            record.Add(FieldName($"{Shortened(inside)} {label}"), text);
        if (MessageLabels.LeafOf(inside, label) is { } leaf)
            record.Set(leaf, text);
    }

    private static string Shortened(string section) => section.EndsWith(" Account", StringComparison.Ordinal) ? section[..^" Account".Length] : section;

    private static string FieldName(string label) => NotAWord().Replace(label, "_").Trim('_');

    [GeneratedRegex(@"^(?<indent>[\t ]*)(?<label>[A-Z][^:<>=""]{0,80}):(?:[\t ]+(?<value>.*))?$", RegexOptions.NonBacktracking)]
    private static partial Regex Label();

    [GeneratedRegex(@"\W+", RegexOptions.NonBacktracking)]
    private static partial Regex NotAWord();
}
