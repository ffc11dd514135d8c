using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Stages.Head;

/// <summary>Keeps the first rows. Manual: head.</summary>
internal sealed class HeadStage : StageExecutor<HeadSpec>
{
    protected override IEnumerable<Row> Run(HeadSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var left = spec.Limit ?? int.MaxValue;
        foreach (var row in rows)
        {
            if (left-- <= 0)
                yield break;
            var holds = spec.While?.Invoke(row, context.Run) ?? true;
            if (holds || spec.KeepLast)
                yield return row;
            if (!holds)
                yield break;
        }
    }
}
