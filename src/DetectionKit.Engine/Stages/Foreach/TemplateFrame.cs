using System.Globalization;
using System.Text;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Text;

namespace DetectionKit.Engine.Stages.Foreach;

/// <summary>What the templates stand for in one turn of foreach.</summary>
/// <param name="Field">The column.</param>
/// <param name="Segments">What its wildcards stand for.</param>
/// <param name="Item">The item; absent where columns are gone through.</param>
/// <param name="Number">The item's number from 0.</param>
internal sealed record TemplateFrame(string Field, IReadOnlyList<string> Segments, Value Item, int Number)
{
    /// <summary>A turn for each column of the rows that fits a pattern.</summary>
    public static List<TemplateFrame> All(IReadOnlyList<string> patterns, IReadOnlyList<Row> rows)
    {
        var columns = rows.SelectMany(row => row.Columns).Select(column => column.Key).Distinct(StringComparer.Ordinal).ToList();
        return [.. patterns.SelectMany(pattern => Fitting(pattern, columns)).DistinctBy(frame => frame.Field, StringComparer.Ordinal)];
    }

    private static IEnumerable<TemplateFrame> Fitting(string pattern, List<string> columns)
    {
        var (names, stars) = (new NamePattern(pattern), new StarPattern(pattern, StringComparison.Ordinal));
        return columns.Where(names.Matches).Select(column => new TemplateFrame(column, [.. stars.Capture(column) ?? []], Value.Null, 0));
    }

    /// <summary>A turn for an item.</summary>
    public static TemplateFrame Of(string column, Value item, int number) => new(column, [], item, number);

    /// <summary>What a template is read as: a column by its filled name, an item as it is, a text filled.</summary>
    public Value Read(Row row, string template)
    {
        if (template[0] == '"')
            return Value.Of(Fill(template[1..]));
        return template switch
        {
            "<<ITEM>>" => Item,
            "<<ITER>>" => Value.Of(Number),
            _ => Named(row, Fill(template)),
        };
    }

    // A template that becomes digits is that number, as if it had been written so.
    private static Value Named(Row row, string name) => row[name] is { IsNull: false } value ? value
        : Value.OfWritten(name) is { IsNumeric: true } number ? number
        : Value.Null;

    /// <summary>A text with its templates filled; one that is not known stays.</summary>
    public string Fill(string template)
    {
        var text = new StringBuilder();
        var at = 0;
        while (template.IndexOf("<<", at, StringComparison.Ordinal) is >= 0 and var open && template.IndexOf(">>", open, StringComparison.Ordinal) is >= 0 and var close)
        {
            text.Append(template, at, open - at).Append(Named(template[(open + 2)..close]) ?? template[open..(close + 2)]);
            at = close + 2;
        }

        return text.Append(template, at, template.Length - at).ToString();
    }

    private string? Named(string name) => name switch
    {
        "FIELD" => Field,
        "MATCHSTR" => string.Concat(Segments),
        "MATCHSEG1" => Segments.ElementAtOrDefault(0) ?? "",
        "MATCHSEG2" => Segments.ElementAtOrDefault(1) ?? "",
        "MATCHSEG3" => Segments.ElementAtOrDefault(2) ?? "",
        "ITEM" => Item.IsNull ? null : Item.ToText(),
        "ITER" => Number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
