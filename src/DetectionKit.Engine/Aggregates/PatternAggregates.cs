using System.Collections.Immutable;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Stages.Aggregate;

namespace DetectionKit.Engine.Aggregates;

/// <summary>Aggregates over patterns of columns, for stages that have all rows before they begin. Manual: stats, "Use wildcards".</summary>
internal static class PatternAggregates
{
    /// <summary>Whether there is a pattern among them.</summary>
    public static bool Any(ImmutableArray<AggregateFunction> functions) => functions.Any(function => function.Pattern is not null);

    /// <summary>The aggregates with one for each column that fits in the place of each pattern.</summary>
    /// <param name="functions">The aggregates.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="by">The columns that patterns pass over.</param>
    public static ImmutableArray<AggregateFunction> Expanded(ImmutableArray<AggregateFunction> functions, IReadOnlyCollection<Row> rows, IReadOnlyCollection<string> by)
    {
        string[] columns = [.. rows.SelectMany(row => row.Columns).Where(column => !column.Value.IsNull).Select(column => column.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return [.. functions.SelectMany(function => function.Pattern is null ? [function] : Of(function, columns, by))];
    }

    private static IEnumerable<AggregateFunction> Of(AggregateFunction function, string[] columns, IReadOnlyCollection<string> by)
    {
        var pattern = new PatternFunction(function, by);
        return columns.Where(pattern.Fits).Select(column => function with { Pattern = null, Argument = Column.Of(column), Column = pattern.Target(column) });
    }
}
