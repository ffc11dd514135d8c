namespace DetectionKit.Abstractions.Stages;

/// <summary><c>appendcols</c>: adds the columns of the subsearch's first row to the first row, of the second to the second, and so on; internal columns do not count.</summary>
/// <param name="Overwrite">Whether what the subsearch has replaces what is there.</param>
/// <param name="Limit">How many rows of the subsearch are taken; 0: all.</param>
public sealed record AppendColsSpec(bool Overwrite, int Limit) : StageSpec;
