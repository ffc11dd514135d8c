namespace DetectionKit.Abstractions.Stages;

/// <summary><c>untable</c>: every column but one becomes a row of its own.</summary>
/// <param name="X">The column that stays.</param>
/// <param name="Names">The column that gets the others' names.</param>
/// <param name="Values">The column that gets their values.</param>
public sealed record UntableSpec(string X, string Names, string Values) : StageSpec;
