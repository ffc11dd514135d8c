using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>selfjoin</c>: of the rows that agree in some columns, the first with each of the others becomes one row.</summary>
/// <param name="Columns">The columns that must agree; a row that lacks one agrees with none.</param>
/// <param name="Matches">With how many others the first is joined; 0: all.</param>
/// <param name="Overwrite">Whether what the other has replaces what the first has.</param>
/// <param name="KeepSingle">Whether rows that agree with no other stay.</param>
public sealed record SelfJoinSpec(ImmutableArray<string> Columns, int Matches, bool Overwrite, bool KeepSingle) : StageSpec;
