using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Stages.Slice;

/// <summary>Keeps a stretch of the rows. Manual: inputlookup, start and max.</summary>
internal sealed class SliceStage : StageExecutor<SliceSpec>
{
    protected override IEnumerable<Row> Run(SliceSpec spec, IEnumerable<Row> rows, StageContext context) =>
        rows.Skip(spec.Start).Take(spec.Count ?? int.MaxValue);
}
