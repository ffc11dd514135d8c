using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>addtotals</c>: sums of each row's numbers, and of each column's. Texts that spell numbers count, others do not.</summary>
/// <param name="Patterns">The columns that are summed; may hold <c>*</c>; empty: all but internal ones.</param>
/// <param name="Total">The column that gets each row's sum; null: rows are not summed.</param>
/// <param name="SumColumns">Whether a last row holds each column's sum.</param>
/// <param name="LabelColumn">The column of that row that says what it is, or null.</param>
/// <param name="Label">What it says.</param>
public sealed record AddTotalsSpec(ImmutableArray<string> Patterns, string? Total, bool SumColumns, string? LabelColumn, string Label) : StageSpec;
