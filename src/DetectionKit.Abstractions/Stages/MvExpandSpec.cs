namespace DetectionKit.Abstractions.Stages;

/// <summary><c>mvexpand</c>: one row for each item of a multivalue column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Limit">How many items of a row are used; 0: all.</param>
public sealed record MvExpandSpec(string Column, int Limit) : StageSpec;
