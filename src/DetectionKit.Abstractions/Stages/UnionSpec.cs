namespace DetectionKit.Abstractions.Stages;

/// <summary><c>union</c>, <c>multisearch</c>: the rows that come in and those of all subsearches; events the newest first, before other rows.</summary>
/// <param name="Limit">How many rows of each subsearch are taken; 0: all.</param>
public sealed record UnionSpec(int Limit) : StageSpec;
