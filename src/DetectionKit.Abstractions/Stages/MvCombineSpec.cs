namespace DetectionKit.Abstractions.Stages;

/// <summary><c>mvcombine</c>: rows that differ in one column alone become one, with all values of that column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Delimiter">What <c>nomv</c> puts between the values later.</param>
public sealed record MvCombineSpec(string Column, string Delimiter) : StageSpec;
