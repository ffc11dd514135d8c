namespace DetectionKit.Abstractions.Stages;

/// <summary><c>append</c>: behind the rows that come in, those of the subsearch.</summary>
/// <param name="Limit">How many rows of the subsearch are taken (<c>maxout</c>); 0: all.</param>
public sealed record AppendSpec(int Limit) : StageSpec;
