using System.Text.RegularExpressions;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Plan.Stages;

namespace DetectionKit.Compiler.Tests.Reference.Specs;

// Commands that give a table another shape.
internal sealed class AddTotalsReference : ReferenceSpec<AddTotalsSpec>
{
    protected override List<Row> Run(AddTotalsSpec spec, SpecStage stage, List<Row> rows, RunContext run)
    {
        var columns = new List<(string Name, List<double> Numbers)>();
        foreach (var row in rows)
        {
            var numbers = row.Columns.Where(column => Fits(spec.Patterns, column.Key) && ReferenceOrder.Number(column.Value) is not null && !string.Equals(column.Key, spec.Total, StringComparison.Ordinal))
                .Select(column => (column.Key, Number: ReferenceOrder.Number(column.Value)!.Value)).ToList();
            if (spec.Total is { } total)
            {
                row[total] = Sum(numbers.Select(one => one.Number));
                numbers.Add((total, ReferenceOrder.Number(row[total])!.Value));
            }

            foreach (var (name, number) in numbers)
            {
                if (!columns.Exists(column => string.Equals(column.Name, name, StringComparison.Ordinal)))
                    columns.Add((name, []));
                columns.Find(column => string.Equals(column.Name, name, StringComparison.Ordinal)).Numbers.Add(number);
            }
        }

        if (!spec.SumColumns)
            return rows;
        var last = new Row { Origin = new(rows.Max(row => row.Origin.Newest), 0, RowOrigin.NoEvent) };
        foreach (var (name, numbers) in columns)
            last[name] = Sum(numbers);
        if (spec.LabelColumn is { } label)
            last[label] = Value.Of(spec.Label);
        return [.. rows, last];
    }

    private static Value Sum(IEnumerable<double> numbers) => numbers.Sum(number => (decimal)number) is var sum && decimal.Truncate(sum) == sum ? Value.Of((long)sum) : Value.Of((double)sum);
}

internal sealed class FillDownReference : ReferenceSpec<FillDownSpec>
{
    protected override List<Row> Run(FillDownSpec spec, SpecStage stage, List<Row> rows, RunContext run)
    {
        for (var i = 1; i < rows.Count; i++)
        {
            foreach (var (name, value) in rows[i - 1].Columns.Where(column => !column.Value.IsNull && Fits(spec.Patterns, column.Key) && rows[i][column.Key].IsNull).ToList())
                rows[i][name] = value;
        }

        return rows;
    }
}

internal sealed class MvCombineReference : ReferenceSpec<MvCombineSpec>
{
    protected override List<Row> Run(MvCombineSpec spec, SpecStage stage, List<Row> rows, RunContext run)
    {
        var groups = rows.Select((row, i) => (Row: row, Place: i)).GroupBy(
            one => one.Row[spec.Column].IsNull ? FormattableString.Invariant($"{one.Place}") : Others(one.Row, spec.Column), one => one.Row, StringComparer.Ordinal).ToList();
        foreach (var group in groups.Where(group => group.Skip(1).Any()))
        {
            group.First()[spec.Column] = Value.OfMany(group.Select(row => row[spec.Column]).ToList());
            group.First().Origin = group.First().Origin with { Newest = group.Max(row => row.Origin.Newest) };
        }

        return [.. groups.Select(group => group.First())];
    }

    private static string Others(Row row, string but) => "\u0002" + string.Join('\u0001', row.Columns
        .Where(column => !column.Value.IsNull && !string.Equals(column.Key, but, StringComparison.Ordinal)).Select(column => $"{column.Key}\u0002{column.Value.ToText()}").Order(StringComparer.Ordinal));
}

internal sealed class ReplaceReference : ReferenceSpec<ReplaceSpec>
{
    protected override List<Row> Run(ReplaceSpec spec, SpecStage stage, List<Row> rows, RunContext run)
    {
        var pairs = spec.Pairs.Reverse().OrderBy(pair => pair.From.Contains('*', StringComparison.Ordinal)).ThenByDescending(pair => pair.From.Replace("*", "", StringComparison.Ordinal).Length).ToList();
        foreach (var row in rows)
        {
            foreach (var (name, value) in row.Columns.Where(column => !column.Value.IsNull && Fits(spec.Columns, column.Key)).ToList())
                row[name] = Value.OfMany(value.Items.Select(item => Replaced(item, pairs)).ToList());
        }

        return rows;
    }

    private static Value Replaced(Value item, List<RenamePair> pairs)
    {
        foreach (var (from, to) in pairs)
        {
            var match = Regex.Match(item.ToText(), $@"^{string.Join("(.*?)", from.Split('*').Select(Regex.Escape))}\z", RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            if (!match.Success)
                continue;
            var star = 0;
            return Value.Of(string.Concat(to.Select(letter => letter == '*' ? match.Groups[++star].Value : letter.ToString())));
        }

        return item;
    }
}

internal sealed class TransposeReference : ReferenceSpec<TransposeSpec>
{
    protected override List<Row> Run(TransposeSpec spec, SpecStage stage, List<Row> rows, RunContext run)
    {
        rows = [.. spec.Limit == 0 ? rows : rows.Take(spec.Limit)];
        var made = new List<Row>();
        foreach (var name in rows.SelectMany(row => row.Columns).Select(column => column.Key).Distinct(StringComparer.Ordinal).Where(name => !name.StartsWith('_') && !string.Equals(name, spec.HeaderColumn, StringComparison.Ordinal)))
        {
            if (!spec.IncludeEmpty && rows.All(row => row[name].IsNull))
                continue;
            var turned = new Row { Origin = new(rows.Max(row => row.Origin.Newest), 0, RowOrigin.NoEvent) };
            turned[spec.NameColumn] = Value.Of(name);
            for (var i = 0; i < rows.Count; i++)
                turned[spec.HeaderColumn is { } header ? rows[i][header].ToText() : FormattableString.Invariant($"row {i + 1}")] = rows[i][name];
            made.Add(turned);
        }

        return made;
    }
}

internal sealed class XySeriesReference : ReferenceSpec<XySeriesSpec>
{
    protected override List<Row> Run(XySeriesSpec spec, SpecStage stage, List<Row> rows, RunContext run)
    {
        rows = [.. rows.Where(row => !row[spec.X].IsNull && !row[spec.Names].IsNull)];
        var columns = rows.SelectMany(row => spec.Values.Select(value => Named(spec, value, row))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var groups = spec.Grouped ? Neighbours(rows, spec.X) : [.. rows.GroupBy(row => row[spec.X].ToText(), StringComparer.Ordinal).OrderBy(group => group.First()[spec.X], Comparer<Value>.Create(ReferenceOrder.Auto)).Select(group => group.ToList())];
        return [.. groups.Select(group =>
        {
            var one = new Row { Origin = new(group.Max(row => row.Origin.Newest), 0, RowOrigin.NoEvent) };
            one[spec.X] = group[0][spec.X];
            foreach (var column in columns)
                one[column] = group.SelectMany(row => spec.Values.Where(value => string.Equals(Named(spec, value, row), column, StringComparison.Ordinal)).Select(value => row[value])).LastOrDefault();
            return one;
        })];
    }

    private static List<List<Row>> Neighbours(List<Row> rows, string column)
    {
        var groups = new List<List<Row>>();
        foreach (var row in rows)
        {
            if (groups.Count == 0 || !string.Equals(groups[^1][0][column].ToText(), row[column].ToText(), StringComparison.Ordinal))
                groups.Add([]);
            groups[^1].Add(row);
        }

        return groups;
    }

    private static string Named(XySeriesSpec spec, string value, Row row) =>
        spec.Values.Length == 1 ? row[spec.Names].ToText() : spec.Format.Replace("$AGG$", value, StringComparison.Ordinal).Replace("$VAL$", row[spec.Names].ToText(), StringComparison.Ordinal);
}
