using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Ordering;

namespace DetectionKit.Engine.Stages.Sort;

/// <summary>Sorts the rows, stably, and keeps the first of them.</summary>
internal sealed class SortStage : StageExecutor<SortSpec>
{
    protected override IEnumerable<Row> Run(SortSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var sorted = rows.Order(new SortKeys(spec.Keys));
        return spec.Limit > 0 ? sorted.Take(spec.Limit) : sorted;
    }
}
