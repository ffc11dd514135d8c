using System.Text.RegularExpressions;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Spl;
using DetectionKit.Language.Text;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>A subsearch's rows as a condition: written out as a search and compiled by the language's own front end, as Splunk does.</summary>
/// <param name="row">The row that it is asked of.</param>
/// <param name="run">Now and zone.</param>
/// <param name="ofEvents">Whether time bounds and indexes say what is read.</param>
internal sealed class ReferenceConditions(Row row, RunContext run, bool ofEvents)
{
    private static readonly FormatSpec Implied = new("(", "(", "AND", ")", "OR", ")", "OR", "NOT( )", 0);

    public static Row Format(FormatSpec spec, IReadOnlyList<Row> rows)
    {
        Row[] used = [.. rows.Take(spec.Limit == 0 ? int.MaxValue : spec.Limit)];
        string[] texts = [.. used.Select(row => Row(spec, row)).OfType<string>()];
        return Search(used, texts.Length == 0 ? spec.Empty : $"{spec.Open} {string.Join($" {spec.BetweenRows} ", texts)} {spec.Close}");
    }

    public static List<Row> Return(ReturnSpec spec, IReadOnlyList<Row> rows)
    {
        Row[] used = [.. rows.Take(spec.Limit)];
        string[] texts =
        [
            .. used.Select(row => string.Join(' ', spec.Columns.Where(column => !row[column.Column].IsNull).Select(column =>
                Items([.. row[column.Column].Items.Select(item => column.Name is null ? item.ToText() : Comparison(column.Name, item))], "(", "OR", ")"))))
            .Where(text => text.Length > 0),
        ];
        return texts.Length == 0 ? [] : [Search(used, texts.Length == 1 ? texts[0] : string.Join(" OR ", texts.Select(text => $"({text})")))];
    }

    public bool Holds(IEnumerable<Row> found)
    {
        var text = Format(Implied, [.. found])["search"].ToText();
        if (ofEvents)
            text = Regex.Replace(text, "(?<name>earliest|latest|index)=\"?(?<text>[^\"\\s)]*)\"?", match => IsInside(match.Groups["name"].Value, match.Groups["text"].Value) ? "()" : "NOT ()", RegexOptions.None, TimeSpan.FromSeconds(1));
        var diagnostics = new DiagnosticBag();
        var plan = SplCompiler.Compile(SearchText.Of(new SourceText("found", "search " + text)), new("found", "", 1, "", []), Language.Binding.LookupSchemas.None, diagnostics)
            ?? throw new InvalidOperationException($"{text}: {string.Join("; ", diagnostics)}");
        return ((Language.Plan.Sources.RawSource)plan.Source).Filter.Accept(new ReferencePredicates(
            field => [.. row[field.Name].Items.Select(item => item.ToText())], [.. row.Columns.SelectMany(column => column.Value.Items).Select(item => item.ToText())]));
    }

    private bool IsInside(string name, string text)
    {
        var bound = ReferenceNumbers.Read(text) is { } seconds ? Timestamp.FromSeconds((double)seconds) : TimeModifier.Of(text).Apply(run.Now, run.Zone);
        return name switch { "earliest" => row.Origin.Newest >= bound, "latest" => row.Origin.Newest < bound, _ => true };
    }

    private static Row Search(Row[] used, string text)
    {
        var row = new Row { Origin = RowOrigin.None with { Newest = used.Select(one => one.Origin.Newest).Aggregate((Timestamp?)null, ReferenceSubsearches.Later) } };
        row["search"] = Value.Of(text);
        return row;
    }

    private static string? Row(FormatSpec spec, Row row)
    {
        string[] columns =
        [
            .. row.Columns.Where(column => !column.Value.IsNull && !column.Key.StartsWith('_')).OrderBy(column => column.Key, StringComparer.Ordinal).Select(column =>
                Items([.. column.Value.Items.Select(item => column.Key is "search" or "query" ? item.ToText() : Comparison(column.Key, item))], "( ", spec.BetweenItems, " )")),
        ];
        return columns.Length == 0 ? null : $"{spec.RowOpen} {string.Join($" {spec.Between} ", columns)} {spec.RowClose}";
    }

    private static string Items(string[] items, string open, string between, string close) => items.Length == 1 ? items[0] : open + string.Join($" {between} ", items) + close;

    private static string Comparison(string column, Value item) => $"{column}=\"{Regex.Replace(item.ToText(), @"[\\""]", @"\$0", RegexOptions.None, TimeSpan.FromSeconds(1))}\"";
}
