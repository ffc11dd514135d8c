namespace DetectionKit.Abstractions.Stages;

/// <summary><c>nomv</c>: joins several values into one text.</summary>
/// <param name="Column">The column.</param>
/// <param name="Delimiter">What stands between them.</param>
public sealed record NoMvSpec(string Column, string Delimiter) : StageSpec;
