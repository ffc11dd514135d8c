using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary><c>if(condition, a, b)</c>: only one side is computed; an unknown condition takes the second.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Then">When it is true.</param>
/// <param name="Otherwise">When it is not.</param>
public sealed record IfExpression(TextSpan Span, BoundCondition Condition, BoundExpression Then, BoundExpression Otherwise) : BoundExpression(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(ExpressionVisitor<T> visitor) => visitor.VisitIf(this);
}
