using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Conditions;

namespace DetectionKit.Engine.Stages.Format;

/// <summary>Writes the rows as one condition, the columns of each in order of name; columns <c>search</c> and <c>query</c> without their names. Manual: format.</summary>
internal sealed class FormatStage : StageExecutor<FormatSpec>
{
    protected override IEnumerable<Row> Run(FormatSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var texts = new List<string>();
        var origin = RowOrigin.None;
        foreach (var row in spec.Limit == 0 ? rows : rows.Take(spec.Limit))
        {
            origin = Origins.Merge(origin, row.Origin);
            if (TextOf(row, spec) is { } text)
                texts.Add(text);
        }

        var result = new Row(1) { Origin = origin };
        result["search"] = Value.Of(texts.Count == 0 ? spec.Empty : $"{spec.Open} {string.Join($" {spec.BetweenRows} ", texts)} {spec.Close}");
        yield return result;
    }

    private static string? TextOf(Row row, FormatSpec spec)
    {
        string[] columns =
        [
            .. row.Columns.Where(column => !column.Value.IsNull && !column.Key.StartsWith('_'))
                .OrderBy(column => column.Key, StringComparer.Ordinal)
                .Select(column => TextOf(column.Key, column.Value, spec)),
        ];
        return columns.Length == 0 ? null : $"{spec.RowOpen} {string.Join($" {spec.Between} ", columns)} {spec.RowClose}";
    }

    private static string TextOf(string column, Value value, FormatSpec spec)
    {
        string[] items = [.. value.Items.Select(item => SubsearchSpec.IsCondition(column) ? item.ToText() : ConditionText.Comparison(column, item.ToText()))];
        return items.Length == 1 ? items[0] : $"( {string.Join($" {spec.BetweenItems} ", items)} )";
    }
}
