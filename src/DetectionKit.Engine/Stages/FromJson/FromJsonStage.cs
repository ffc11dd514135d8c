using System.Text.Json;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Structured;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.FromJson;

/// <summary>Takes the members out of JSON objects. Manual: fromjson.</summary>
internal sealed class FromJsonStage : StageExecutor<FromJsonSpec>
{
    protected override IEnumerable<Row> Run(FromJsonSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        foreach (var row in rows)
        {
            foreach (var item in row[spec.Column].Items)
                Expand(row, item.ToText(), spec.Prefix);
            yield return row;
        }
    }

    private static void Expand(Row row, string text, string prefix)
    {
        using var json = StructuredText.TryJson(text);
        if (json is null || json.RootElement.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in json.RootElement.EnumerateObject().Take(StructuredText.MostLeaves))
        {
            var value = member.Value.ValueKind switch
            {
                JsonValueKind.Array => Value.OfMany(member.Value.EnumerateArray().Select(JsonLeaves.ValueOf)),
                JsonValueKind.Null => Value.Null,
                _ => JsonLeaves.ValueOf(member.Value),
            };
            if (!value.IsNull)
                row[prefix + member.Name] = value;
        }
    }
}
