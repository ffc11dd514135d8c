using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Plan.Stages;

namespace DetectionKit.Compiler.Tests.Reference.Specs;

internal sealed class TopReference : ReferenceSpec<TopSpec>
{
    protected override List<Row> Run(TopSpec spec, SpecStage stage, List<Row> rows, RunContext run)
    {
        var all = rows.SelectMany(row => Combinations(row, spec.By).SelectMany(by => Combinations(row, spec.Columns).Select(values => (Row: row, By: by, Values: values)))).ToList();
        var made = new List<Row>();
        foreach (var group in all.GroupBy(one => Key(one.By), StringComparer.Ordinal).OrderBy(group => group.First().By, Comparer<Value[]>.Create(Compare)))
        {
            var counted = group.GroupBy(one => Key(one.Values), StringComparer.Ordinal)
                .OrderBy(one => (spec.Rarest ? 1 : -1) * one.Count()).ThenBy(one => one.First().Values, Comparer<Value[]>.Create(Compare)).ToList();
            var limit = spec.Limit == 0 ? int.MaxValue : spec.Limit;
            foreach (var one in counted.Take(limit))
                made.Add(Make(spec, group.First().By, one.First().Values, one.Count(), group.Count(), one.Max(item => item.Row.Origin.Newest)));
            var rest = counted.Skip(limit).SelectMany(one => one).ToList();
            if (spec.Other is { } other && rest.Count > 0)
                made.Add(Make(spec, group.First().By, [.. spec.Columns.Select(_ => Value.Of(other))], rest.Count, group.Count(), rest.Max(item => item.Row.Origin.Newest)));
        }

        return made;
    }

    private static Row Make(TopSpec spec, Value[] by, Value[] values, int count, int total, Timestamp? newest)
    {
        var row = new Row { Origin = new(newest, 0, RowOrigin.NoEvent) };
        foreach (var (column, value) in spec.By.Zip(by).Concat(spec.Columns.Zip(values)))
            row[column] = value;
        if (spec.CountColumn is { } counts)
            row[counts] = Value.Of(count);
        if (spec.PercentColumn is { } percents)
            row[percents] = Value.Of((double)Math.Round(100m * count / total, 6));
        return row;
    }

    private static IEnumerable<Value[]> Combinations(Row row, IReadOnlyList<string> columns) =>
        columns.Count == 0 ? [[]] : row[columns[0]].Items.SelectMany(item => Combinations(row, [.. columns.Skip(1)]).Select(rest => (Value[])[item, .. rest]));

    private static string Key(Value[] values) => string.Join('\u0001', values.Select(value => value.ToText()));

    private static int Compare(Value[] a, Value[] b) =>
        a.Zip(b, ReferenceOrder.Auto).FirstOrDefault(order => order != 0) is not 0 and var first ? first : string.CompareOrdinal(Lengths(a), Lengths(b));

    private static string Lengths(Value[] values) => string.Concat(values.Select(value => FormattableString.Invariant($"{value.ToText().Length}:{value.ToText()}")));
}

internal sealed class StreamStatsReference : ReferenceSpec<StreamStatsSpec>
{
    protected override List<Row> Run(StreamStatsSpec spec, SpecStage stage, List<Row> rows, RunContext run)
    {
        var seen = new List<(Row Row, string Key)>();
        string? last = null;
        foreach (var row in rows.Where(row => spec.By.All(column => !row[column].IsNull)))
        {
            var key = string.Join('\u0001', spec.By.Select(column => row[column].ToText()));
            if ((spec.ResetOnChange && last is not null && !string.Equals(last, key, StringComparison.Ordinal)) || Holds(stage, 0, row, run))
                seen.Clear();
            last = key;
            var copy = row.Copy();
            var own = spec.Current ? seen.Append((Row: copy, Key: key)) : seen;
            if (spec.TimeWindow > 0)
                own = own.Where(other => Math.Abs(Time(other.Row) - Time(row)) <= spec.TimeWindow);
            own = spec.Global && spec.Window > 0 ? own.TakeLast(spec.Window).Where(other => string.Equals(other.Key, key, StringComparison.Ordinal))
                : own.Where(other => string.Equals(other.Key, key, StringComparison.Ordinal)).TakeLast(spec.Window > 0 ? spec.Window : int.MaxValue);
            List<Row> window = [.. own.Select(other => other.Row)];
            foreach (var function in stage.Functions)
            {
                Contribution[] all = [.. window.SelectMany(other => (function.Argument is { } argument ? new ReferenceExpressions(other, run).Of(argument) : Value.Of(1)).Items, (other, item) => new Contribution(item, other))];
                var isText = function.AllNumbers && all.Any(one => ReferenceOrder.Number(one.Value) is null);
                var value = isText ? Value.Null : ReferenceAggregates.Of(function.Name, function.Percentile, all);
                if (value.IsNull)
                    row.Remove(function.Column);
                else
                    row[function.Column] = value;
            }

            seen.Add((copy, key));
            if (Holds(stage, 1, row, run))
                seen.Clear();
        }

        return rows;
    }

    private static double Time(Row row) => ReferenceOrder.Number(row["_time"]) ?? double.NaN;

    private static bool Holds(SpecStage stage, int condition, Row row, RunContext run) =>
        stage.Conditions[condition] is { } one && new ReferenceExpressions(row, run).Known(one) > 0;
}

internal sealed class UntableReference : ReferenceSpec<UntableSpec>
{
    protected override List<Row> Run(UntableSpec spec, SpecStage stage, List<Row> rows, RunContext run) =>
    [
        .. rows.SelectMany(
            row => row.Columns.Where(column => !column.Value.IsNull && !column.Key.StartsWith('_') && !string.Equals(column.Key, spec.X, StringComparison.Ordinal)),
            (row, column) =>
            {
                var one = new Row { Origin = new(row.Origin.Newest, 0, RowOrigin.NoEvent) };
                one[spec.X] = row[spec.X];
                one[spec.Names] = Value.Of(column.Key);
                one[spec.Values] = column.Value;
                return one;
            }),
    ];
}
