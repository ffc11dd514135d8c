using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Ordering;

namespace DetectionKit.Engine.Stages.Set;

/// <summary>Compares two subsearches' rows. Manual: set.</summary>
internal sealed class SetStage : StageExecutor<SetSpec>
{
    protected override IEnumerable<Row> Run(SetSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var first = Distinct(context.SubsearchRows(spec, 0, spec.Limit));
        var second = Distinct(context.SubsearchRows(spec, 1, spec.Limit));
        return spec.Operation switch
        {
            SetOperation.Union => first.Concat(second.Where(row => !first.ContainsKey(row.Key))).Select(row => row.Value),
            SetOperation.Intersect => first.Where(row => second.ContainsKey(row.Key)).Select(row => row.Value),
            SetOperation.Diff => first.Where(row => !second.ContainsKey(row.Key)).Concat(second.Where(row => !first.ContainsKey(row.Key))).Select(row => row.Value),
        };
    }

    private static OrderedDictionary<string, Row> Distinct(IEnumerable<Row> rows)
    {
        var distinct = new OrderedDictionary<string, Row>(StringComparer.Ordinal);
        foreach (var row in rows)
            distinct.TryAdd(GroupKey.OfContent(row, column => !column.StartsWith('_')), row);
        return distinct;
    }
}
