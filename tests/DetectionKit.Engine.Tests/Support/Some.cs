using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Lookups;
using DetectionKit.Engine.Running;
using DetectionKit.Engine.Stages;

namespace DetectionKit.Engine.Tests.Support;

/// <summary>Short ways to write rows and stages. A row is written <c>a=1 b=x b=y</c>: blanks part, a name given twice is multivalue, whole numbers are numbers, <c>%</c> stands for a blank.</summary>
internal static class Some
{
    public static Row Row(string text)
    {
        var row = new Row();
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            row[part[..at]] = Abstractions.Values.Value.OfMany([row[part[..at]], Value(part[(at + 1)..])]);
        }

        return row;
    }

    public static List<Row> Rows(params string[] texts) => [.. texts.Select((text, i) =>
    {
        var row = Row(text);
        row.Origin = new(row["_time"].TryGetNumber(out var time) ? Timestamp.FromSeconds(time) : new(0), 0, i);
        return row;
    })];

    public static Value Value(string text)
    {
        if (text.StartsWith('\'') && text.EndsWith('\''))
            return Abstractions.Values.Value.Of(text[1..^1]);
        var plain = text.Replace('%', ' ');
        if (long.TryParse(plain, System.Globalization.CultureInfo.InvariantCulture, out var whole))
            return Abstractions.Values.Value.Of(whole);
        return double.TryParse(plain, System.Globalization.CultureInfo.InvariantCulture, out var real) && plain.Contains('.', StringComparison.Ordinal)
            ? Abstractions.Values.Value.Of(real)
            : Abstractions.Values.Value.Of(plain);
    }

    public static string Text(Row row) => string.Join(' ', row.Columns.SelectMany(column => column.Value.Items.Select(item => $"{column.Key}={item.ToText().Replace(' ', '%')}")));

    public static string[] Text(IEnumerable<Row> rows) => [.. rows.Select(Text)];

    public static RowExpression Field(string name) => (row, _) => row[name];

    public static AggregateFunction Function(string name, string? argument = null, double? percentile = null) =>
        new(name, argument is null ? null : Field(argument), argument is null ? name : $"{name}({argument})", percentile);

    public static AggregateSpec Stats(string by, params AggregateFunction[] functions) =>
        new([.. by.Split(' ', StringSplitOptions.RemoveEmptyEntries)], [.. functions], null, null);

    public static StageContext Context(params LookupTable[] tables) =>
        new(new RunContext(Timestamp.FromSeconds(1_000_000), TimeZoneInfo.Utc), new LookupStore(tables), new Budget(RunLimits.Default));

    public static string[] Run(StageSpec stage, params string[] rows) => Text(StageCatalogue.Run([stage], Rows(rows), Context()));

    public static DetectorInfo Info(string name = "A detection") => new(name, "00000000-0000-4000-8000-000000000001", 1, "TTP", []);
}

/// <summary>A detector made of delegates.</summary>
internal sealed class FakeDetector<TEvent>(SourceSpec source, Predicate<TEvent> match, params StageSpec[] stages) : IDetector<TEvent>
{
    public DetectorInfo Info { get; init; } = Some.Info();

    public SourceSpec Source => source;

    public ImmutableArray<StageSpec> Stages { get; } = [.. stages];

    public bool Match(in TEvent e) => match(e);
}

/// <summary>A subsearch made of delegates.</summary>
internal sealed class FakePipeline<TEvent>(SourceSpec source, Predicate<TEvent> match, params StageSpec[] stages) : IPipeline<TEvent>
{
    public SourceSpec Source => source;

    public ImmutableArray<StageSpec> Stages { get; } = [.. stages];

    public bool Match(in TEvent e) => match(e);
}
