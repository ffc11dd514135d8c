using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Ordering;

namespace DetectionKit.Engine.Stages.Uniq;

/// <summary>Drops rows like the one before. Manual: uniq.</summary>
internal sealed class UniqStage : StageExecutor<UniqSpec>
{
    protected override IEnumerable<Row> Run(UniqSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        string? last = null;
        foreach (var row in rows)
        {
            var content = GroupKey.OfContent(row);
            if (string.Equals(content, last, StringComparison.Ordinal))
                continue;
            last = content;
            yield return row;
        }
    }
}
