using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>xyseries</c>: one row for each value of a column, with a column for each value of another.</summary>
/// <param name="X">The column whose values make rows.</param>
/// <param name="Names">The column whose values make columns.</param>
/// <param name="Values">The columns whose values fill them.</param>
/// <param name="Grouped">Whether only neighbours of one value make a row, in the order in which they come; else rows are sorted.</param>
/// <param name="Format">How a column is named where several columns fill: <c>$AGG$: $VAL$</c>.</param>
public sealed record XySeriesSpec(string X, string Names, ImmutableArray<string> Values, bool Grouped, string Format) : StageSpec;
