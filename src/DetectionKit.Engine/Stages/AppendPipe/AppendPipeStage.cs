using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Stages.AppendPipe;

/// <summary>The rows that come in, then what the subsearch makes of copies of them. Manual: appendpipe.</summary>
internal sealed class AppendPipeStage : StageExecutor<AppendPipeSpec>
{
    protected override IEnumerable<Row> Run(AppendPipeSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var all = rows.ToList();
        var more = context.RowsOf(spec.Subsearches[0], all.TakeWhile(_ => context.Budget.TakeRow()).Select(row => row.Copy()).ToList(), context).ToList();
        return all.Concat(more);
    }
}
