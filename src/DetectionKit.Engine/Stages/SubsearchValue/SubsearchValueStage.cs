using System.Globalization;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.SubsearchValue;

/// <summary>
/// A subsearch's text in the place of a value: a number, text in quotes, or a column's name; what is none of these is text. Manual: return, "Use the return
/// command with eval".
/// </summary>
internal sealed class SubsearchValueStage : StageExecutor<SubsearchValueSpec>
{
    protected override IEnumerable<Row> Run(SubsearchValueSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var found = context.SubsearchRows(spec, 0, 1).FirstOrDefault();
        var text = (found?["search"] is { IsNull: false } search ? search : found?["query"] ?? Value.Null).ToText().Trim();
        foreach (var row in rows)
        {
            row[spec.Column] = ValueOf(text, row);
            yield return row;
        }
    }

    private static Value ValueOf(string text, Row row)
    {
        if (text.Length == 0)
            return Value.Null;
        if (text is ['"', .., '"'] and { Length: > 1 })
            return Value.Of(text[1..^1]);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return Value.Of(whole);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return Value.Of(number);
        return row.Has(text) ? row[text] : Value.Of(text);
    }
}
