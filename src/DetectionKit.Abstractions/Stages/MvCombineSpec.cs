namespace DetectionKit.Abstractions.Stages;

/// <summary><c>mvcombine</c>: rows that differ in one column alone become one, with all values of that column.</summary>
/// <param name="Column">The column.</param>
public sealed record MvCombineSpec(string Column) : StageSpec;
