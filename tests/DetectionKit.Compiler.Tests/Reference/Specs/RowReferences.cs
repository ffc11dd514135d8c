using System.Text.RegularExpressions;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Plan.Stages;

namespace DetectionKit.Compiler.Tests.Reference.Specs;

// One line each: what a command means, over the whole list.
internal sealed class MakeMvReference : ReferenceSpec<MakeMvSpec>
{
    protected override List<Row> Run(MakeMvSpec spec, SpecStage stage, List<Row> rows, RunContext run)
    {
        foreach (var row in rows.Where(row => !row[spec.Column].IsNull))
        {
            string[] parts = [.. Texts(row[spec.Column]).SelectMany(text => spec.Tokenizer is { } tokenizer
                ? Regex.Matches(text, tokenizer.Pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).Select(match => match.Groups[^1].Value)
                : text.Split(spec.Delimiter)).Where(part => spec.AllowEmpty || part.Length > 0)];
            row[spec.Column] = parts.Length == 0 ? row[spec.Column] : Many(parts);
        }

        return rows;
    }
}

internal sealed class NoMvReference : ReferenceSpec<NoMvSpec>
{
    protected override List<Row> Run(NoMvSpec spec, SpecStage stage, List<Row> rows, RunContext run)
    {
        foreach (var row in rows.Where(row => row[spec.Column].Count > 1))
            row[spec.Column] = Value.Of(string.Join(spec.Delimiter, Texts(row[spec.Column])));
        return rows;
    }
}

internal sealed class AccumReference : ReferenceSpec<AccumSpec>
{
    protected override List<Row> Run(AccumSpec spec, SpecStage stage, List<Row> rows, RunContext run)
    {
        var before = new List<double>();
        foreach (var row in rows)
        {
            if (ReferenceOrder.Number(row[spec.Column]) is not { } number)
                continue;
            before.Add(number);
            row[spec.As] = Value.Of((double)before.Sum(one => (decimal)one));
        }

        return rows;
    }
}

internal sealed class DeltaReference : ReferenceSpec<DeltaSpec>
{
    protected override List<Row> Run(DeltaSpec spec, SpecStage stage, List<Row> rows, RunContext run)
    {
        double?[] numbers = [.. rows.Select(row => ReferenceOrder.Number(row[spec.Column]))];
        for (var i = spec.Back; i < rows.Count; i++)
        {
            if (numbers[i] is { } now && numbers[i - spec.Back] is { } then)
                rows[i][spec.As] = Value.Of((double)((decimal)now - (decimal)then));
        }

        return rows;
    }
}

internal sealed class AutoRegressReference : ReferenceSpec<AutoRegressSpec>
{
    protected override List<Row> Run(AutoRegressSpec spec, SpecStage stage, List<Row> rows, RunContext run)
    {
        Value[] values = [.. rows.Select(row => row[spec.Column])];
        for (var i = 0; i < rows.Count; i++)
        {
            for (var back = spec.From; back <= Math.Min(spec.To, i); back++)
            {
                if (!values[i - back].IsNull)
                    rows[i][spec.As ?? FormattableString.Invariant($"{spec.Column}_p{back}")] = values[i - back];
            }
        }

        return rows;
    }
}

internal sealed class StrCatReference : ReferenceSpec<StrCatSpec>
{
    protected override List<Row> Run(StrCatSpec spec, SpecStage stage, List<Row> rows, RunContext run)
    {
        foreach (var row in rows)
        {
            Value[] parts = [.. spec.Parts.Select(part => part.IsColumn ? row[part.Text] : Value.Of(part.Text))];
            if (!(spec.AllRequired && parts.Any(part => part.IsNull)))
                row[spec.As] = Value.Of(string.Join("", parts.Select(part => part.ToText())));
        }

        return rows;
    }
}

internal sealed class RangeMapReference : ReferenceSpec<RangeMapSpec>
{
    protected override List<Row> Run(RangeMapSpec spec, SpecStage stage, List<Row> rows, RunContext run)
    {
        foreach (var row in rows)
        {
            var number = ReferenceOrder.Number(row[spec.Column]);
            string[] names = [.. spec.Ranges.Where(range => range.From <= number && number <= range.To).Select(range => range.Name)];
            row["range"] = names.Length > 0 ? Many(names) : Value.Of(spec.Default);
        }

        return rows;
    }
}

internal sealed class UniqReference : ReferenceSpec<UniqSpec>
{
    protected override List<Row> Run(UniqSpec spec, SpecStage stage, List<Row> rows, RunContext run) =>
        [.. rows.Where((row, i) => i == 0 || !Content(row).SequenceEqual(Content(rows[i - 1]), StringComparer.Ordinal))];

    private static IEnumerable<string> Content(Row row) =>
        row.Columns.Where(column => !column.Value.IsNull).Select(column => column.Key + "\u0001" + column.Value.ToText()).Order(StringComparer.Ordinal);
}
