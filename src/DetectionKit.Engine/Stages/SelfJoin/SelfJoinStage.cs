using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Stages.Join;

namespace DetectionKit.Engine.Stages.SelfJoin;

/// <summary>Joins rows with one another, in the order of the first of those that agree. Manual: selfjoin.</summary>
internal sealed class SelfJoinStage : StageExecutor<SelfJoinSpec>
{
    protected override IEnumerable<Row> Run(SelfJoinSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var groups = new List<List<Row>>();
        var byKey = new Dictionary<string, List<Row>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (JoinedRows.KeyOf(row, spec.Columns) is not { } key)
            {
                groups.Add([row]);
                continue;
            }

            if (!byKey.TryGetValue(key, out var same))
            {
                byKey.Add(key, same = []);
                groups.Add(same);
            }

            same.Add(row);
        }

        return groups.SelectMany(group => Join(group, spec));
    }

    private static IEnumerable<Row> Join(List<Row> group, SelfJoinSpec spec)
    {
        if (group.Count == 1)
            return spec.KeepSingle ? group : [];
        return group.Skip(1).Take(spec.Matches == 0 ? int.MaxValue : spec.Matches).Select(other => JoinedRows.Of(group[0], other, spec.Overwrite));
    }
}
