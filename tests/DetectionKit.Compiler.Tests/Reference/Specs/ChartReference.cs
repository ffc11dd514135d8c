using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Plan.Stages;

namespace DetectionKit.Compiler.Tests.Reference.Specs;

/// <summary><c>chart</c> over values as they are: without buckets, ranges of time and cells that are computed.</summary>
internal sealed class ChartReference : ReferenceSpec<ChartSpec>
{
    protected override bool Covers(ChartSpec spec) =>
        spec is { RowSpan: null, Bins: 0, MinSpan: null, Align: null, Fill: false, Range: null, Computed: [], Split: null or { Span: null, Choice: { Denied: false, Above: null, Below: null } } };

    protected override List<Row> Run(ChartSpec spec, SpecStage stage, List<Row> rows, RunContext run)
    {
        var places = (from row in rows
                      from at in Items(spec, row[spec.RowColumn])
                      from series in SeriesOf(spec, row)
                      select new Place(row, at, series)).ToList();
        HashSet<string> kept = spec.Split is null ? [""] : Kept(spec, stage, places, run);
        var named = places.Select(place => place with { Column = place.Series is null ? spec.Split!.Null : kept.Contains(place.Series) ? place.Series : spec.Split!.Other }).ToList();
        var columns = named.Select(place => place.Column).OfType<string>().Distinct(StringComparer.Ordinal)
            .OrderBy(column => kept.Contains(column) ? 0 : string.Equals(column, spec.Split!.Other, StringComparison.Ordinal) ? 1 : 2).ThenBy(column => column, StringComparer.Ordinal).ToList();
        return [.. named.Where(place => place.Column is not null || place.Series is not null).GroupBy(place => place.At.ToText(), StringComparer.Ordinal)
            .OrderBy(group => First(group), Comparer<Value>.Create(ReferenceOrder.Auto)).Select(group => RowOf(spec, stage, First(group), [.. group], columns, run))];
    }

    private static IEnumerable<string?> SeriesOf(ChartSpec spec, Row row) =>
        spec.Split is not { } split ? [""] : row[split.Column].IsNull ? [null] : [.. Items(spec, row[split.Column]).Select(item => item.ToText())];

    private static Row RowOf(ChartSpec spec, SpecStage stage, Value at, List<Place> places, List<string> columns, RunContext run)
    {
        var made = new Row { Origin = new(places.Max(place => place.Row.Origin.Newest), 0, RowOrigin.NoEvent) };
        made[spec.RowColumn] = at;
        foreach (var column in columns)
        {
            foreach (var function in stage.Functions)
            {
                var name = spec.Split is not { } split ? function.Column : stage.Functions.Length == 1 ? column : split.Format.Replace("$AGG$", function.Column, StringComparison.Ordinal).Replace("$VAL$", column, StringComparison.Ordinal);
                made[name] = Result(function, places.Where(place => string.Equals(place.Column, column, StringComparison.Ordinal)), run);
            }
        }

        return made;
    }

    private static HashSet<string> Kept(ChartSpec spec, SpecStage stage, List<Place> places, RunContext run)
    {
        var choice = spec.Split!.Choice;
        var scored = places.Where(place => place.Series is not null).GroupBy(place => place.Series!, StringComparer.Ordinal)
            .Select(group => (Series: group.Key, Score: Score(choice.Score, stage, group, run)))
            .OrderBy(one => choice.Bottom ? one.Score : -one.Score).ThenBy(one => one.Series, StringComparer.Ordinal).Select(one => one.Series).ToList();
        return (choice.Limit == 0 ? scored : scored.Take(choice.Limit)).ToHashSet(StringComparer.Ordinal);
    }

    private static double Score(string aggregate, SpecStage stage, IGrouping<string, Place> series, RunContext run)
    {
        if (aggregate is "count")
            return series.Count();
        var cells = series.GroupBy(place => place.At.ToText(), StringComparer.Ordinal).Select(cell => Result(stage.Functions[0], cell, run)).Where(value => !value.IsNull);
        return ReferenceOrder.Number(ReferenceAggregates.Of(aggregate, null, [.. cells.Select(value => new Contribution(value, new Row()))])) ?? 0;
    }

    private static Value Result(BoundAggregate function, IEnumerable<Place> places, RunContext run)
    {
        Contribution[] all = [.. places.SelectMany(
            place => (function.Argument is { } argument ? new ReferenceExpressions(place.Row, run).Of(argument) : Value.Of(1)).Items, (place, item) => new Contribution(item, place.Row))];
        return function.AllNumbers && all.Any(one => ReferenceOrder.Number(one.Value) is null) ? Value.Null : ReferenceAggregates.Of(function.Name, function.Percentile, all);
    }

    private static IEnumerable<Value> Items(ChartSpec spec, Value value) => spec.DistinctBy ? value.Items.DistinctBy(item => item.ToText(), StringComparer.Ordinal) : value.Items;

    // Of a number and its text the number.
    private static Value First(IEnumerable<Place> places) => places.Select(place => place.At).OrderBy(at => at.Kind).First();

    private sealed record Place(Row Row, Value At, string? Series)
    {
        public string? Column { get; init; }
    }
}
