using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.StrCat;

/// <summary>Joins texts; an absent column is empty. Manual: strcat.</summary>
internal sealed class StrCatStage : StageExecutor<StrCatSpec>
{
    protected override IEnumerable<Row> Run(StrCatSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        foreach (var row in rows)
        {
            if (!spec.AllRequired || spec.Parts.All(part => !part.IsColumn || !row[part.Text].IsNull))
                row[spec.As] = spec.Parts.Aggregate(Value.Of(""), (text, part) => Arithmetic.Concat(text, Value.Of(part.IsColumn ? row[part.Text].ToText() : part.Text)));
            yield return row;
        }
    }
}
