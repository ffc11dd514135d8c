using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>map</c>: runs its subsearch once for each row, with the row's values in place of <c>$field$</c>; what the runs find takes the rows' place.</summary>
/// <param name="MaxSearches">For how many rows at most; what is beyond is counted.</param>
/// <param name="Needs">The columns that the subsearch names: for a row that lacks one it does not run.</param>
public sealed record MapSpec(int MaxSearches, ImmutableArray<string> Needs) : StageSpec;
