using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Conditions;

namespace DetectionKit.Engine.Stages.Return;

/// <summary>Writes columns of the first rows as one condition. Manual: return.</summary>
internal sealed class ReturnStage : StageExecutor<ReturnSpec>
{
    protected override IEnumerable<Row> Run(ReturnSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var texts = new List<string>();
        var origin = RowOrigin.None;
        foreach (var row in rows.Take(spec.Limit))
        {
            origin = Origins.Merge(origin, row.Origin);
            string[] columns = [.. spec.Columns.Where(column => !row[column.Column].IsNull).Select(column => TextOf(column.Name, row[column.Column]))];
            if (columns.Length > 0)
                texts.Add(string.Join(' ', columns));
        }

        if (texts.Count == 0)
            yield break;
        var result = new Row(1) { Origin = origin };
        result["search"] = Value.Of(texts.Count == 1 ? texts[0] : string.Join(" OR ", texts.Select(text => $"({text})")));
        yield return result;
    }

    private static string TextOf(string? name, Value value)
    {
        string[] items = [.. value.Items.Select(item => name is null ? item.ToText() : ConditionText.Comparison(name, item.ToText()))];
        return items.Length == 1 ? items[0] : $"({string.Join(" OR ", items)})";
    }
}
