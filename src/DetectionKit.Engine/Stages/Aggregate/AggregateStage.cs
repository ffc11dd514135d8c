using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Stages.Aggregate;

/// <summary>Groups rows and aggregates each group. Manual: stats, tstats.</summary>
internal sealed class AggregateStage : StageExecutor<AggregateSpec>
{
    protected override IEnumerable<Row> Run(AggregateSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var grouping = new Grouping(spec, context.Run.Zone, context.Budget);
        foreach (var row in rows)
            grouping.Add(row, context.Run);
        return grouping.Rows();
    }
}
