using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Stages.MvExpand;

/// <summary>Makes a row for each item of a multivalue; a row without the column stays as it is. Manual: mvexpand.</summary>
internal sealed class MvExpandStage : StageExecutor<MvExpandSpec>
{
    protected override IEnumerable<Row> Run(MvExpandSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        foreach (var row in rows)
        {
            var items = row[spec.Column].Items;
            if (items.Length < 2)
            {
                yield return row;
                continue;
            }

            var count = spec.Limit > 0 ? Math.Min(spec.Limit, items.Length) : items.Length;
            for (var i = 0; i < count && context.Budget.TakeRow(); i++)
            {
                var copy = row.Copy();
                copy[spec.Column] = items[i];
                yield return copy;
            }
        }
    }
}
