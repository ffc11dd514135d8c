using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Aggregates;
using DetectionKit.Engine.Running;
using DetectionKit.Engine.Text;

namespace DetectionKit.Engine.Stages.Aggregate;

/// <summary>The columns that an aggregate over a pattern of names has met in one group. Manual: stats, "Use wildcards".</summary>
internal sealed class PatternColumns(PatternFunction function, Budget budget)
{
    private readonly SortedDictionary<string, Accumulator> _accumulators = new(StringComparer.Ordinal);

    /// <summary>Feeds each column of the row that fits.</summary>
    public void Add(Row row)
    {
        foreach (var (column, value) in row.Columns)
        {
            if (value.IsNull || !function.Fits(column))
                continue;
            if (!_accumulators.TryGetValue(column, out var accumulator))
                _accumulators.Add(column, accumulator = function.Start(budget));
            foreach (var item in value.Items)
                accumulator.Add(item, row);
        }
    }

    /// <summary>Writes a column for each that was met.</summary>
    public void Write(Row row)
    {
        foreach (var (column, accumulator) in _accumulators)
            row[function.Target(column)] = accumulator.Result();
    }
}

/// <summary>An aggregate over a pattern of names.</summary>
/// <param name="function">The aggregate.</param>
/// <param name="by">The by-columns, which it passes over.</param>
internal sealed class PatternFunction(AggregateFunction function, IReadOnlyCollection<string> by)
{
    private readonly NamePattern _from = new(function.Pattern!);
    private readonly NamePattern _to = new(function.Column);

    public bool Fits(string column) => _from.Matches(column) && !by.Contains(column, StringComparer.Ordinal);

    public string Target(string column) => _to.Fill(_from.Capture(column) ?? []);

    public Accumulator Start(Budget budget) => AccumulatorCatalogue.Start(function, budget);
}
