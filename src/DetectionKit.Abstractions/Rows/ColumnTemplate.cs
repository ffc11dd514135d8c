using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DetectionKit.Abstractions.Functions;

namespace DetectionKit.Abstractions.Rows;

/// <summary>A column's name with other columns' values in it: <c>count_{status}</c> (Splunk Search Reference, "eval", Dynamic field name creation).</summary>
public static partial class ColumnTemplate
{
    /// <summary>The columns whose values stand in the name; none: it is a name as it is.</summary>
    /// <param name="name">The name.</param>
    public static ImmutableArray<string> ColumnsOf(string name) => [.. Places().Matches(name).Select(place => place.Groups["column"].Value)];

    /// <summary>The name that a row gives; null where one of the columns is absent. Of values, at most <see cref="MadeText.Longest"/> characters stand in it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="row">The row.</param>
    public static string? Fill(string name, Row row)
    {
        var room = MadeText.Longest;
        return ColumnsOf(name).Any(column => row[column].IsNull) ? null : Places().Replace(name, place =>
        {
            var text = row[place.Groups["column"].Value].ToText();
            text = text.Length <= room ? text : text[..room];
            room -= text.Length;
            return text;
        });
    }

    // `a{}`, `a{0}` and `a{@id}` are names of spath.
    [GeneratedRegex(@"\{(?<column>[A-Za-z_][\w.:-]*)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Places();
}
