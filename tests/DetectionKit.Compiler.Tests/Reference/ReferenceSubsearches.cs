using System.Collections.Immutable;
using DetectionKit.Abstractions.Lookups;
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

    public static List<Row> SelfJoin(SelfJoinSpec spec, IReadOnlyList<Row> rows)
    {
        var join = new JoinSpec([], false, 0, JoinTime.Any, spec.Overwrite, 0, "", "");
        var made = new List<Row>();
        var used = new HashSet<Row>();
        foreach (var row in rows.Where(row => !used.Contains(row)))
        {
            Row[] same = [.. rows.Where(other => ReferenceEquals(other, row) || spec.Columns.All(column => !row[column].IsNull && Same(row[column], other[column])))];
            used.UnionWith(same);
            if (same.Length == 1)
                made.AddRange(spec.KeepSingle ? same : []);
            else
                made.AddRange(same.Skip(1).Take(spec.Matches == 0 ? int.MaxValue : spec.Matches).Select(other => Merge(join, row, other)));
        }

        return made;
    }

    public static List<Row> AppendCols(AppendColsSpec spec, IReadOnlyList<Row> left, IReadOnlyList<Row> all)
    {
        Row[] right = [.. Taken(all, spec.Limit)];
        return [.. Enumerable.Range(0, Math.Max(left.Count, right.Length)).Select(i =>
        {
            var row = i < left.Count ? left[i].Copy() : new Row();
            if (i >= right.Length)
                return row;
            row.Origin = row.Origin with { Newest = Later(row.Origin.Newest, right[i].Origin.Newest) };
            foreach (var (name, value) in right[i].Columns.Where(column => !column.Key.StartsWith('_') && !column.Value.IsNull && (spec.Overwrite || row[column.Key].IsNull)).ToList())
                row[name] = value;
            return row;
        })];
    }

    public static List<Row> Union(UnionSpec spec, IReadOnlyList<Row> rows, IReadOnlyList<Row>[] others)
    {
        List<Row> all = [.. rows, .. others.SelectMany(other => Taken(other, spec.Limit))];
        return all.Exists(row => !row.Origin.IsEvent) ? all : [.. all.OrderByDescending(row => row.Origin.Newest).ThenByDescending(row => row.Origin.Input).ThenByDescending(row => row.Origin.Sequence)];
    }

    public static List<Row> Set(SetSpec spec, IReadOnlyList<Row> first, IReadOnlyList<Row> second)
    {
        List<Row> a = [.. first.Take(spec.Limit).DistinctBy(Text, StringComparer.Ordinal)];
        List<Row> b = [.. second.Take(spec.Limit).DistinctBy(Text, StringComparer.Ordinal)];
        bool In(List<Row> rows, Row row) => rows.Exists(other => string.Equals(Text(other), Text(row), StringComparison.Ordinal));
        return spec.Operation switch
        {
            SetOperation.Union => [.. a, .. b.Where(row => !In(a, row))],
            SetOperation.Intersect => [.. a.Where(row => In(b, row))],
            _ => [.. a.Where(row => !In(b, row)), .. b.Where(row => !In(a, row))],
        };
    }

    public static List<Row> OutputLookup(OutputLookupSpec spec, IReadOnlyList<Row> rows, IDictionary<string, LookupTable> lookups)
    {
        if (rows.Count == 0 && !spec.EmptyTheTable)
            return [];
        lookups.TryGetValue(spec.Table, out var known);
        Row[] written = [.. Taken(rows, spec.Limit)];
        string[] columns = known is not null && (spec.Append || written.Length == 0) ? [.. known.Columns] : [.. written.SelectMany(row => row.Columns.Select(column => column.Key)).Distinct(StringComparer.Ordinal).Where(name => !name.StartsWith('_'))];
        var cells = new List<ImmutableArray<string>>();
        if (known is not null && (spec.Append || spec.Key is not null))
            cells.AddRange(known.Rows.Select(line => columns.Select(column => known.Columns.Contains(column, StringComparer.Ordinal) ? line[known.Columns.IndexOf(column)] : "").ToImmutableArray()));
        foreach (var row in written)
        {
            ImmutableArray<string> line = [.. columns.Select(column => string.Join('\n', row[column].Items.Select(item => item.ToText())))];
            var key = Array.IndexOf(columns, spec.Key);
            var same = key < 0 ? -1 : cells.FindIndex(other => string.Equals(other[key], line[key], StringComparison.Ordinal));
            if (same >= 0)
                cells[same] = line;
            else
                cells.Add(line);
        }

        lookups[spec.Table] = (known ?? new LookupTable { Name = spec.Table, Columns = [], Rows = [] }) with { Columns = [.. columns], Rows = [.. cells] };
        return [.. rows];
    }

    private static string Text(Row row) => string.Join('\t', row.Columns.Where(column => !column.Key.StartsWith('_') && !column.Value.IsNull)
        .OrderBy(column => column.Key, StringComparer.Ordinal).Select(column => $"{column.Key}={string.Join('\n', column.Value.Items.Select(item => item.ToText()))}"));

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
