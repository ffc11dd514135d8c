namespace DetectionKit.Abstractions.Stages;

/// <summary><c>uniq</c>: of neighbours that are alike in all columns the first.</summary>
public sealed record UniqSpec : StageSpec;
