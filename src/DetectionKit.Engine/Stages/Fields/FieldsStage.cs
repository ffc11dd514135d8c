using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Text;

namespace DetectionKit.Engine.Stages.Fields;

/// <summary>Keeps or removes columns; internal ones stay unless a pattern names them. Manual: fields, "Internal fields".</summary>
internal sealed class FieldsStage : StageExecutor<FieldsSpec>
{
    public override bool IsRowByRow(StageSpec spec) => true;

    protected override IEnumerable<Row> Run(FieldsSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var patterns = spec.Patterns.Select(pattern => new NamePattern(pattern)).ToArray();
        foreach (var row in rows)
        {
            var gone = row.Columns.Select(column => column.Key).Where(Goes).ToArray();
            foreach (var name in gone)
                row.Remove(name);
            yield return row;
        }

        bool Goes(string name)
        {
            var named = Array.Exists(patterns, pattern => pattern.Matches(name));
            return spec.Remove ? named : !named && !name.StartsWith('_');
        }
    }
}
