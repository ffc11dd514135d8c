using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Stages.Eval;

/// <summary>Sets columns from left to right; an absent result takes the column away. Manual: eval, "Usage".</summary>
internal sealed class EvalStage : StageExecutor<EvalSpec>
{
    public override bool IsRowByRow(StageSpec spec) => true;

    protected override IEnumerable<Row> Run(EvalSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        foreach (var row in rows)
        {
            foreach (var assignment in spec.Assignments)
            {
                var value = assignment.Expression(row, context.Run);
                if (assignment.ColumnFor(row) is not { } column)
                    continue;
                if (value.IsNull)
                    row.Remove(column);
                else
                    row[column] = value;
            }

            yield return row;
        }
    }
}
