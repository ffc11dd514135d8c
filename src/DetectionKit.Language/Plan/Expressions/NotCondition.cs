using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary>It is not true; not known stays not known.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Operand">What is denied.</param>
public sealed record NotCondition(TextSpan Span, BoundCondition Operand) : BoundCondition(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(ExpressionVisitor<T> visitor) => visitor.VisitNot(this);
}
