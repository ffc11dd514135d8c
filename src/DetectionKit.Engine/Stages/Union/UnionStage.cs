using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Stages.Union;

/// <summary>All rows of all pipelines: where all are events, merged the newest first, else one pipeline after the other. Manual: union, multisearch.</summary>
internal sealed class UnionStage : StageExecutor<UnionSpec>
{
    protected override IEnumerable<Row> Run(UnionSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var all = rows.ToList();
        for (var i = 0; i < spec.Subsearches.Length; i++)
            all.AddRange(context.SubsearchRows(spec, i, spec.Limit));
        return all.TrueForAll(row => row.Origin.IsEvent) ? all.OrderByDescending(row => row.Origin, Comparer<RowOrigin>.Create((a, b) => RowOrigin.Compare(a, b))) : all;
    }
}
