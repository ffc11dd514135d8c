using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>The commands with a subsearch, pair by pair of rows.</summary>
internal static class ReferenceSubsearches
{
    public static IEnumerable<Row> Taken(IEnumerable<Row> rows, int limit) => limit == 0 ? rows : rows.Take(limit);

    public static List<Row> Join(JoinSpec spec, IReadOnlyList<Row> left, IReadOnlyList<Row> all)
    {
        Row[] right = [.. Taken(all, spec.Limit)];
        JoinKey[] keys = [.. spec.Keys];
        if (keys.Length == 0)
            keys = [.. Columns(left).Intersect(Columns(right), StringComparer.Ordinal).Where(name => !name.StartsWith('_')).Select(name => new JoinKey(name, name))];
        var joined = new List<Row>();
        foreach (var row in left)
        {
            Row[] matches = [.. right.Where(other => keys.All(key => Same(row[key.Left], other[key.Right])) && InTime(spec.Time, row, other)).Take(spec.Matches == 0 ? int.MaxValue : spec.Matches)];
            if (matches.Length == 0 && spec.KeepUnmatched)
                matches = [new Row()];
            joined.AddRange(matches.Select(match => Merge(spec, row, match)));
        }

        return joined;
    }

    /// <summary>The later of two times, of which one may be missing.</summary>
    public static Timestamp? Later(Timestamp? a, Timestamp? b) => a is null || b > a ? b : a;

    private static IEnumerable<string> Columns(IEnumerable<Row> rows) =>
        rows.SelectMany(row => row.Columns).Where(column => !column.Value.IsNull).Select(column => column.Key).Distinct(StringComparer.Ordinal);

    private static bool Same(Value a, Value b) =>
        !a.IsNull && !b.IsNull && a.Items.Select(item => item.ToText()).SequenceEqual(b.Items.Select(item => item.ToText()), StringComparer.Ordinal);

    private static bool InTime(JoinTime time, Row left, Row right)
    {
        if (time == JoinTime.Any)
            return true;
        if (ReferenceOrder.Number(left["_time"]) is not { } a || ReferenceOrder.Number(right["_time"]) is not { } b)
            return false;
        return (long)a == (long)b || (time == JoinTime.Later) == (b > a);
    }

    private static Row Merge(JoinSpec spec, Row left, Row right)
    {
        var merged = new Row { Origin = left.Origin with { Newest = Later(left.Origin.Newest, right.Origin.Newest) } };
        foreach (var (name, value) in left.Columns)
            merged[spec.LeftAlias + name] = value;
        foreach (var (name, value) in right.Columns.Where(column => !column.Value.IsNull && (spec.Overwrite || merged[spec.RightAlias + column.Key].IsNull)).ToList())
            merged[spec.RightAlias + name] = value;
        return merged;
    }
}
