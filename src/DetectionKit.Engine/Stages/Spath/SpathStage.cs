using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Structured;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.Spath;

/// <summary>Takes fields out of JSON and XML. What is not found changes nothing. Manual: spath.</summary>
internal sealed class SpathStage : StageExecutor<SpathSpec>
{
    protected override IEnumerable<Row> Run(SpathSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var path = spec.Path is null ? null : new StructuredPath(spec.Path);
        foreach (var row in rows)
        {
            if (row[spec.Input] is { IsNull: false } input)
            {
                if (path is not null)
                    Put(row, spec.Output!, Value.OfMany(input.Items.Select(item => StructuredText.Find(item.ToText(), path))));
                else
                    PutAll(row, input.Items.SelectMany(item => StructuredText.Leaves(item.ToText())));
            }

            yield return row;
        }
    }

    private static void PutAll(Row row, IEnumerable<(string Path, Value Value)> leaves)
    {
        foreach (var group in leaves.GroupBy(leaf => leaf.Path, StringComparer.Ordinal).ToList())
            Put(row, group.Key, Value.OfMany(group.Select(leaf => leaf.Value)));
    }

    private static void Put(Row row, string column, Value value)
    {
        if (!value.IsNull)
            row[column] = value;
    }
}
