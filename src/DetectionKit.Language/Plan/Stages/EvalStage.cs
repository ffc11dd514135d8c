using System.Collections.Immutable;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary><c>eval</c>: sets columns, from left to right.</summary>
/// <param name="Span">The command.</param>
/// <param name="Assignments">The assignments in order.</param>
public sealed record EvalStage(TextSpan Span, ImmutableArray<BoundAssignment> Assignments) : PlanStage(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitEval(this);
}

/// <summary>One assignment of an eval.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Column">The column that is set.</param>
/// <param name="Expression">What it is set to.</param>
public sealed record BoundAssignment(TextSpan Span, string Column, BoundExpression Expression) : PlanNode(Span);
