using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Ordering;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Stages.Top;

/// <summary>Counts combinations of values; those that are alike often come in the order of their values. Manual: top, rare.</summary>
internal sealed class TopStage : StageExecutor<TopSpec>
{
    private const int Decimals = 6;

    protected override IEnumerable<Row> Run(TopSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var groups = new Dictionary<string, Group>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            foreach (var values in ValueCombinations.Of(row, spec.By.Concat(spec.Columns), context.Budget))
                Count(groups, values[..spec.By.Length], values[spec.By.Length..], row, context);
        }

        return groups.Values.Order(Comparer<Group>.Create((a, b) => Compare(a.By, b.By))).SelectMany(group => RowsOf(spec, group));
    }

    private static void Count(Dictionary<string, Group> groups, Value[] by, Value[] values, Row row, StageContext context)
    {
        var key = GroupKey.Of(by);
        if (!groups.TryGetValue(key, out var group))
        {
            if (!context.Budget.TakeGroup())
                return;
            groups.Add(key, group = new(by));
        }

        group.Total++;
        var combination = GroupKey.Of(values);
        if (!group.Combinations.TryGetValue(combination, out var counted))
        {
            if (!context.Budget.TakeGroup())
                return;
            group.Combinations.Add(combination, counted = new(values, GroupKey.Of([.. by, .. values])));
        }

        counted.Count++;
        counted.Newest = Origins.Newer(counted.Newest, row.Origin.Newest);
    }

    private static IEnumerable<Row> RowsOf(TopSpec spec, Group group)
    {
        var order = spec.Rarest ? 1 : -1;
        Combination[] sorted = [.. group.Combinations.Values.Order(Comparer<Combination>.Create((a, b) =>
            a.Count != b.Count ? order * a.Count.CompareTo(b.Count) : Compare(a.Values, b.Values)))];
        var shown = spec.Limit == 0 ? sorted.Length : Math.Min(spec.Limit, sorted.Length);
        foreach (var one in sorted.Take(shown))
            yield return RowOf(spec, group, one.Values, one.Count, new(one.Newest, 0, RowOrigin.NoEvent, one.Key));
        if (spec.Other is not { } other || shown == sorted.Length)
            yield break;
        Value[] others = [.. spec.Columns.Select(_ => Value.Of(other))];
        var rest = sorted.Skip(shown);
        yield return RowOf(spec, group, others, rest.Sum(one => one.Count), new(rest.Max(one => one.Newest), 0, RowOrigin.NoEvent, GroupKey.Of([.. group.By, .. others])));
    }

    private static Row RowOf(TopSpec spec, Group group, Value[] values, long count, RowOrigin origin)
    {
        var row = new Row { Origin = origin };
        for (var i = 0; i < group.By.Length; i++)
            row[spec.By[i]] = group.By[i];
        for (var i = 0; i < values.Length; i++)
            row[spec.Columns[i]] = values[i];
        if (spec.CountColumn is { } counts)
            row[counts] = Value.Of(count);
        if (spec.PercentColumn is { } percents)
            row[percents] = Value.Of(Math.Round(100.0 * count / group.Total, Decimals));
        return row;
    }

    private static int Compare(Value[] a, Value[] b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            var order = ValueOrder.Auto(a[i], b[i]);
            if (order != 0)
                return order;
        }

        return string.CompareOrdinal(GroupKey.Of(a), GroupKey.Of(b));
    }

    private sealed class Group(Value[] by)
    {
        public Value[] By { get; } = by;

        public Dictionary<string, Combination> Combinations { get; } = new(StringComparer.Ordinal);

        public long Total { get; set; }
    }

    private sealed class Combination(Value[] values, string key)
    {
        public Value[] Values { get; } = values;

        public string Key { get; } = key;

        public long Count { get; set; }

        public Timestamp? Newest { get; set; }
    }
}
