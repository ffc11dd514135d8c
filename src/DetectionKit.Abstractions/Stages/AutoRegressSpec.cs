namespace DetectionKit.Abstractions.Stages;

/// <summary><c>autoregress</c>: values of earlier rows beside each row's own.</summary>
/// <param name="Column">The column.</param>
/// <param name="As">The column that gets the earlier value, where there is one alone; null: <c>column_p1</c> and so on.</param>
/// <param name="From">How many rows earlier the first of them is.</param>
/// <param name="To">How many rows earlier the last is.</param>
public sealed record AutoRegressSpec(string Column, string? As, int From, int To) : StageSpec;
