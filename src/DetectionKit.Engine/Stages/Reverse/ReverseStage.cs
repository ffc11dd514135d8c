using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Stages.Reverse;

/// <summary>Turns the order around. Manual: reverse.</summary>
internal sealed class ReverseStage : StageExecutor<ReverseSpec>
{
    protected override IEnumerable<Row> Run(ReverseSpec spec, IEnumerable<Row> rows, StageContext context) => rows.Reverse();
}
