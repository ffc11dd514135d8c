using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Stages.Where;

/// <summary>Keeps the rows for which the condition holds.</summary>
internal sealed class WhereStage : StageExecutor<WhereSpec>
{
    public override bool IsRowByRow(StageSpec spec) => true;

    protected override IEnumerable<Row> Run(WhereSpec spec, IEnumerable<Row> rows, StageContext context) =>
        rows.Where(row => spec.Condition(row, context.Run));
}
