using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Ordering;

namespace DetectionKit.Engine.Stages.Dedup;

/// <summary>Keeps the first rows of each combination, in the order in which they come; <c>sortby</c> sorts before. Manual: dedup.</summary>
internal sealed class DedupStage : StageExecutor<DedupSpec>
{
    protected override IEnumerable<Row> Run(DedupSpec spec, IEnumerable<Row> rows, StageContext context) =>
        Keep(spec, spec.SortBy.IsEmpty ? rows : rows.Order(new SortKeys(spec.SortBy)));

    private static IEnumerable<Row> Keep(DedupSpec spec, IEnumerable<Row> rows)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (GroupKey.Of(row, spec.Columns) is not { } key)
            {
                if (spec.KeepEmpty)
                    yield return row;
                continue;
            }

            if (spec.Consecutive && !seen.ContainsKey(key))
                seen.Clear();
            var count = seen[key] = seen.GetValueOrDefault(key) + 1;
            if (count <= spec.Keep)
            {
                yield return row;
            }
            else if (spec.KeepEvents)
            {
                foreach (var column in spec.Columns)
                    row.Remove(column);
                yield return row;
            }
        }
    }
}
