namespace DetectionKit.Abstractions.Stages;

/// <summary><c>set</c>: compares the rows of two subsearches by all their columns but internal ones; each row once.</summary>
/// <param name="Operation">What is kept.</param>
/// <param name="Limit">How many rows of each subsearch are taken; 0: all.</param>
public sealed record SetSpec(SetOperation Operation, int Limit) : StageSpec;

/// <summary>Which rows of two sets are kept.</summary>
public enum SetOperation
{
    /// <summary>Those of either.</summary>
    Union,

    /// <summary>Those of one of them alone.</summary>
    Diff,

    /// <summary>Those of both.</summary>
    Intersect,
}
