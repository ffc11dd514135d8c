namespace DetectionKit.Abstractions.Stages;

/// <summary><c>delta</c>: a row's number less that of an earlier row; none where either is no number.</summary>
/// <param name="Column">The column.</param>
/// <param name="As">The column that gets the difference.</param>
/// <param name="Back">How many rows earlier.</param>
public sealed record DeltaSpec(string Column, string As, int Back) : StageSpec;
