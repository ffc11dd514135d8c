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
                var isText = spec.AllNumbers && function.Argument is not null && function.Name is "sum" or "avg" or "max" && all.Any(one => ReferenceOrder.Number(one.Value) is null);
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
            row => row.Columns.Where(column => !column.Value.IsNull && column.Key[0] != '_' && !string.Equals(column.Key, spec.X, StringComparison.Ordinal)),
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

internal sealed class BinReference : ReferenceSpec<BinSpec>
{
    protected override List<Row> Run(BinSpec spec, SpecStage stage, List<Row> rows, RunContext run)
    {
        double[] numbers = [.. rows.SelectMany(row => row[spec.Column].Items).Select(ReferenceOrder.Number).OfType<double>(), .. new[] { spec.Start, spec.End }.OfType<double>()];
        var (isTime, width) = Width(spec, numbers.Length == 0 ? 0 : numbers.Max() - numbers.Min());
        foreach (var row in rows.Where(row => !row[spec.Column].IsNull))
        {
            row[spec.As] = Value.OfMany(row[spec.Column].Items.Select(item =>
            {
                if (ReferenceOrder.Number(item) is not { } number || Math.Abs(number) >= (isTime ? 9e9 : 1e15))
                    return item;
                var start = (isTime ? Math.Floor(Math.Round((decimal)number, 6) / width) : Math.Floor((decimal)number / width)) * width;
                return isTime ? Value.Of((double)start) : Value.Of(FormattableString.Invariant($"{start:0.######}-{start + width:0.######}"));
            }));
        }

        return rows;
    }

    // Of widths that are given only those that are no month, no logarithm and not aligned.
    private static (bool IsTime, decimal Width) Width(BinSpec spec, double range)
    {
        if (spec.Span is { } span)
            return (span.Unit == BucketUnit.Second || spec.Column is "_time", (decimal)span.Width);
        decimal[] usual = spec.Column is "_time"
            ? [1, 5, 10, 30, 60, 300, 600, 1800, 3600, 86_400]
            : [.. Enumerable.Range(-6, 20).SelectMany(power => new[] { 1m, 2m, 5m }.Select(step => step * (decimal)Math.Pow(10, power)))];
        return (spec.Column is "_time", range == 0 && spec.Column is not "_time" ? 1 : usual.First(width => width * spec.Bins >= (decimal)range));
    }
}
