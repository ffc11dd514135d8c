using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates;

namespace DetectionKit.Engine.Stages.Chart;

/// <summary>The aggregates of each combination of a row's value and a column's.</summary>
internal sealed class ChartCells(ChartSpec spec, ChartBuckets buckets, StageContext context)
{
    private readonly Dictionary<(string Row, string Series), AccumulatorSet> _cells = [];
    private readonly Dictionary<string, (Value Value, Timestamp? Newest)> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Row _noRow = new();
    private readonly AccumulatorSet _empty = new(spec.Functions, context.Budget);

    /// <summary>The columns of a cell.</summary>
    public IReadOnlyList<string> Columns { get; } = spec.Computed.IsEmpty ? [.. spec.Functions.Select(function => function.Column)] : spec.Computed;

    /// <summary>The values that make rows.</summary>
    public IEnumerable<Value> RowValues => _rows.Values.Select(row => row.Value);

    /// <summary>The values that make columns.</summary>
    public IEnumerable<string> Series => _counts.Keys;

    public void Add(Value at, string series, Row row)
    {
        var key = (at.ToText(), series);
        if (!_cells.TryGetValue(key, out var cell))
        {
            if (!context.Budget.TakeGroup())
                return;
            _cells.Add(key, cell = new(spec.Functions, context.Budget));
        }

        _counts[series] = _counts.GetValueOrDefault(series) + 1;

        cell.Add(AccumulatorSet.Arguments(spec.Functions, row, context.Run), row);
        See(at, row);
    }

    /// <summary>Says that there is a row for a value, whatever is in its cells.</summary>
    public void See(Value at, Row row)
    {
        var key = at.ToText();
        var known = _rows.GetValueOrDefault(key, (Value: at, Newest: null));
        _rows[key] = (Pick.SmallerKind(known.Value, at), Origins.Newer(known.Newest, row.Origin.Newest));
    }

    /// <summary>What a cell holds, in the order of <see cref="Columns"/>; of an empty one, what the aggregates are of nothing.</summary>
    public IReadOnlyList<Value> Results(Value at, string series) => Results(_cells.GetValueOrDefault((at.ToText(), series), _empty), at);

    /// <summary>The time of the newest row that counted in a row of the chart.</summary>
    public Timestamp? NewestOf(Value at) => _rows.TryGetValue(at.ToText(), out var row) ? row.Newest : null;

    /// <summary>For each value that makes columns its score.</summary>
    /// <param name="aggregate">What is taken of its cells; <c>count</c>: how many rows have it.</param>
    public IReadOnlyCollection<(string Series, double Score)> Scores(string aggregate)
    {
        if (aggregate is "count")
            return [.. _counts.Select(series => (series.Key, (double)series.Value))];
        var function = new AggregateFunction(aggregate, null, aggregate);
        var scores = _counts.Keys.ToDictionary(series => series, _ => AccumulatorCatalogue.Start(function, context.Budget), StringComparer.Ordinal);
        foreach (var (key, cell) in _cells)
        {
            if (Results(cell, _rows[key.Row].Value) is [{ IsNull: false } value, ..])
                scores[key.Series].Add(value, _noRow);
        }

        return [.. scores.Select(series => (series.Key, series.Value.Result().TryGetNumber(out var number) ? number : 0))];
    }

    private IReadOnlyList<Value> Results(AccumulatorSet cell, Value at)
    {
        var results = spec.Functions.Select((function, i) => buckets.Rate(function, cell.Result(i), at));
        if (spec.Computed.IsEmpty)
            return [.. results];
        var row = new Row(spec.Functions.Length + spec.Computed.Length);
        foreach (var (function, result) in spec.Functions.Zip(results))
            row[function.Column] = result;
        var computed = context.RowsOf(spec.Subsearches[0], [row], context).First();
        return [.. spec.Computed.Select(column => computed[column])];
    }
}
