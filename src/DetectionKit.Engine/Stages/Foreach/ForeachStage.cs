using System.Text.Json;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Structured;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.Foreach;

/// <summary>Fills the templates of assignments and does them, once for each column or item. Manual: foreach.</summary>
internal sealed class ForeachStage : StageExecutor<ForeachSpec>
{
    protected override IEnumerable<Row> Run(ForeachSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        if (spec.Mode != ForeachMode.Multifield)
            return rows.Select(row => Items(spec, row, context));
        var all = rows.ToList();
        var frames = TemplateFrame.All(spec.Patterns, all);
        foreach (var row in all)
        {
            foreach (var frame in frames)
                Do(spec, row, frame, context);
        }

        return all;
    }

    private static Row Items(ForeachSpec spec, Row row, StageContext context)
    {
        var value = row[spec.Patterns[0]];
        var items = (spec.Mode == ForeachMode.Multivalue ? null : JsonItems(value)) ?? (spec.Mode == ForeachMode.JsonArray ? [] : value.Items);
        var number = 0;
        foreach (var item in items)
            Do(spec, row, TemplateFrame.Of(spec.Patterns[0], item, number++), context);
        return row;
    }

    private static void Do(ForeachSpec spec, Row row, TemplateFrame frame, StageContext context)
    {
        foreach (var assignment in spec.Assignments)
        {
            foreach (var template in spec.Templates)
                row[template] = frame.Read(row, template);
            var value = assignment.Expression(row, context.Run);
            foreach (var template in spec.Templates)
                row.Remove(template);
            var column = frame.Fill(assignment.Column);
            if (value.IsNull)
                row.Remove(column);
            else
                row[column] = value;
        }
    }

    private static IReadOnlyList<Value>? JsonItems(Value value)
    {
        using var json = value.Count == 1 ? StructuredText.TryJson(value.ToText()) : null;
        return json?.RootElement.ValueKind == JsonValueKind.Array
            ? [.. json.RootElement.EnumerateArray().Select(item => Value.Of(item.ValueKind == JsonValueKind.String ? item.GetString() : item.GetRawText()))]
            : null;
    }
}
