using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Stages.Append;

/// <summary>The rows that come in, then the subsearch's. Manual: append.</summary>
internal sealed class AppendStage : StageExecutor<AppendSpec>
{
    protected override IEnumerable<Row> Run(AppendSpec spec, IEnumerable<Row> rows, StageContext context) =>
        rows.Concat(context.SubsearchRows(spec, 0, spec.Limit));
}
