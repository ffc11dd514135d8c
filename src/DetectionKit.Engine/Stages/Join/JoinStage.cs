using System.Collections.Immutable;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Stages.Join;

/// <summary>Joins rows with a subsearch's, in the order of the rows; a row's matches in the order of the subsearch. Manual: join.</summary>
internal sealed class JoinStage : StageExecutor<JoinSpec>
{
    protected override IEnumerable<Row> Run(JoinSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var right = context.SubsearchRows(spec, 0, spec.Limit).ToList();
        if (right.Count == 0 && !spec.KeepUnmatched)
            return [];
        if (spec.Keys.IsEmpty)
        {
            var left = rows.ToList();
            spec = spec with { Keys = Common(left, right) };
            rows = left;
        }

        var byKey = new Dictionary<string, List<Row>>(StringComparer.Ordinal);
        foreach (var row in right)
        {
            if (KeyOf(row, spec.Keys, key => key.Right) is not { } key)
                continue;
            if (!byKey.TryGetValue(key, out var same))
                byKey.Add(key, same = []);
            same.Add(row);
        }

        return rows.SelectMany(row => Join(row, spec, byKey, context));
    }

    private static IEnumerable<Row> Join(Row row, JoinSpec spec, Dictionary<string, List<Row>> byKey, StageContext context)
    {
        var found = 0;
        if (KeyOf(row, spec.Keys, key => key.Left) is { } key && byKey.TryGetValue(key, out var same))
        {
            foreach (var match in same)
            {
                if (spec.Matches > 0 && found == spec.Matches)
                    break;
                if (!Allows(spec.Time, row, match))
                    continue;
                found++;
                if (found > 1 && !context.Budget.TakeRow())
                    break;
                yield return JoinedRows.Of(row, match, spec.Overwrite, spec.LeftAlias, spec.RightAlias);
            }
        }

        if (found == 0 && spec.KeepUnmatched)
            yield return JoinedRows.Of(row, new Row(), spec.Overwrite, spec.LeftAlias, spec.RightAlias);
    }

    private static bool Allows(JoinTime time, Row left, Row right)
    {
        if (time == JoinTime.Any)
            return true;
        if (!left["_time"].TryGetNumber(out var a) || !right["_time"].TryGetNumber(out var b))
            return false;
        return Math.Floor(a) == Math.Floor(b) || (time == JoinTime.Earlier ? b < a : b > a);
    }

    private static ImmutableArray<JoinKey> Common(List<Row> left, List<Row> right)
    {
        var others = right.SelectMany(Named).ToHashSet(StringComparer.Ordinal);
        return [.. left.SelectMany(Named).Distinct(StringComparer.Ordinal).Where(others.Contains).Select(column => new JoinKey(column, column))];
    }

    private static IEnumerable<string> Named(Row row) =>
        row.Columns.Where(column => !column.Value.IsNull && !column.Key.StartsWith('_')).Select(column => column.Key);

    private static string? KeyOf(Row row, ImmutableArray<JoinKey> keys, Func<JoinKey, string> side) => JoinedRows.KeyOf(row, keys.Select(side));
}
