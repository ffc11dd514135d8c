namespace DetectionKit.Abstractions.Stages;

/// <summary><c>appendpipe</c>: behind the rows that come in, what the subsearch makes of them.</summary>
public sealed record AppendPipeSpec : StageSpec;
