namespace DetectionKit.Abstractions.Stages;

/// <summary>A subsearch in the place of a value: every row gets what its first row holds in <c>search</c> (Splunk Search Reference, "return").</summary>
/// <param name="Column">The column that gets it.</param>
public sealed record SubsearchValueSpec(string Column) : StageSpec;
