using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary>The number with the other sign.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Operand">The number.</param>
public sealed record NegateExpression(TextSpan Span, BoundExpression Operand) : BoundExpression(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(ExpressionVisitor<T> visitor) => visitor.VisitNegate(this);
}
