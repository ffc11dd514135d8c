using System.Collections.Immutable;
using DetectionKit.Abstractions.Rows;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>stats</c> and <c>tstats</c>: one row per distinct combination of the by-columns. Rows that lack a by-column are dropped, unless <see cref="FillNull"/> is given. Output rows are sorted by the by-columns.</summary>
/// <param name="By">The by-columns, in order.</param>
/// <param name="Functions">The aggregates, in order.</param>
/// <param name="TimeSpan">Width of the <c>_time</c> buckets when <c>_time</c> is a by-column; or null.</param>
/// <param name="FillNull">The text that an absent by-column holds, or null.</param>
/// <param name="DistinctBy">Whether a by-column that holds one value several times puts its row there once (<c>dedup_splitvals=true</c>).</param>
public sealed record AggregateSpec(ImmutableArray<string> By, ImmutableArray<AggregateFunction> Functions, BucketSpan? TimeSpan, string? FillNull, bool DistinctBy = false) : StageSpec;

/// <summary>One aggregate of a stats or tstats.</summary>
/// <param name="Name">A name in <see cref="AggregateCatalogue"/>.</param>
/// <param name="Argument">What it aggregates; null for a bare <c>count</c>. A multivalue argument contributes each item.</param>
/// <param name="Column">The output column.</param>
/// <param name="Percentile">The N of percN, or null.</param>
/// <param name="Pattern">Instead of an argument: the columns that are aggregated, each into a column of its own, which <paramref name="Column"/> names by its own stars; or null.</param>
/// <param name="AllNumbers">Whether the result is absent unless every value is a number (<c>allnum=true</c>).</param>
/// <param name="Of">Of a sparkline: what it shows of each bucket of time, a name in <see cref="AggregateCatalogue"/>.</param>
/// <param name="Span">Of a sparkline: how wide its buckets are; null: so that there are no more than a hundred.</param>
public sealed record AggregateFunction(
    string Name, RowExpression? Argument, string Column, double? Percentile = null, string? Pattern = null, bool AllNumbers = false, string? Of = null, BucketSpan? Span = null);
