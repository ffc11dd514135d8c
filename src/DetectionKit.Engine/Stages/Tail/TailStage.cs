using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Stages.Tail;

/// <summary>Keeps the last rows, the very last first. Manual: tail.</summary>
internal sealed class TailStage : StageExecutor<TailSpec>
{
    protected override IEnumerable<Row> Run(TailSpec spec, IEnumerable<Row> rows, StageContext context) => rows.TakeLast(spec.Limit).Reverse();
}
