namespace DetectionKit.Abstractions.Stages;

/// <summary><c>reverse</c>: the rows in the opposite order.</summary>
public sealed record ReverseSpec : StageSpec;
