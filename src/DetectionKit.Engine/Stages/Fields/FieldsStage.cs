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
        var gone = new ColumnShape<int[]>(names => [.. Enumerable.Range(0, names.Length).Where(place => Goes(names[place])).Reverse()]);
        foreach (var row in rows)
        {
            foreach (var place in gone.Of(row))
                row.RemoveAt(place);
            yield return row;
        }

        bool Goes(string name)
        {
            var named = Array.Exists(patterns, pattern => pattern.Matches(name));
            return spec.Remove ? named : !named && !name.StartsWith('_');
        }
    }
}
