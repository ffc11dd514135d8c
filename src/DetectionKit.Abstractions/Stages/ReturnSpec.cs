using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>return</c>: one row whose column <c>search</c> holds columns of the first rows, as a search condition.</summary>
/// <param name="Limit">How many rows are used.</param>
/// <param name="Columns">The columns.</param>
public sealed record ReturnSpec(int Limit, ImmutableArray<ReturnColumn> Columns) : StageSpec;

/// <summary>A column that is returned.</summary>
/// <param name="Column">The column.</param>
/// <param name="Name">The name under which it is compared; null: its value alone is searched for.</param>
public sealed record ReturnColumn(string Column, string? Name);
