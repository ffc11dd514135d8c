using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary><c>where</c>: keeps the rows for which the condition is true.</summary>
/// <param name="Span">The command.</param>
/// <param name="Condition">The condition.</param>
public sealed record WhereStage(TextSpan Span, BoundCondition Condition) : PlanStage(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitWhere(this);
}
