namespace DetectionKit.Abstractions.Stages;

/// <summary><c>tail</c>: the last rows, the very last first.</summary>
/// <param name="Limit">How many.</param>
public sealed record TailSpec(int Limit) : StageSpec;
