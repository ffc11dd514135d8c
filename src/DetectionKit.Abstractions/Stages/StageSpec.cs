namespace DetectionKit.Abstractions.Stages;

/// <summary>One thing done with rows: an immutable record each, in a file each. Engine has one executor per record.</summary>
public abstract record StageSpec;
