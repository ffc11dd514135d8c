namespace DetectionKit.Abstractions.Stages;

/// <summary><c>accum</c>: the sum of a column's numbers so far. A row whose value is no number gets none.</summary>
/// <param name="Column">The column.</param>
/// <param name="As">The column that gets the sum.</param>
public sealed record AccumSpec(string Column, string As) : StageSpec;
