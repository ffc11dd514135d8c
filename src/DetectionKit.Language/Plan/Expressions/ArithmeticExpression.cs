using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary>Two values computed into one; absent where a side is absent or does not suit.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Operator">How.</param>
/// <param name="Left">The left side.</param>
/// <param name="Right">The right side.</param>
public sealed record ArithmeticExpression(TextSpan Span, ArithmeticOperator Operator, BoundExpression Left, BoundExpression Right)
    : BoundExpression(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(ExpressionVisitor<T> visitor) => visitor.VisitArithmetic(this);
}
