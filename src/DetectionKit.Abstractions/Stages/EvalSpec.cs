using System.Collections.Immutable;
using DetectionKit.Abstractions.Rows;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>eval</c>: assignments from left to right; each sees those before it. An absent result takes the column away.</summary>
/// <param name="Assignments">The assignments in order.</param>
public sealed record EvalSpec(ImmutableArray<EvalAssignment> Assignments) : StageSpec;

/// <summary>One assignment.</summary>
/// <param name="Column">The column that is set.</param>
/// <param name="Expression">What it is set to.</param>
public sealed record EvalAssignment(string Column, RowExpression Expression);
