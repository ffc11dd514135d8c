using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary><c>value IN (a, b, ...)</c> and <c>in(value, a, b, ...)</c>: it equals one of them.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Operand">The value.</param>
/// <param name="Choices">What it may equal.</param>
public sealed record InCondition(TextSpan Span, BoundExpression Operand, ImmutableArray<BoundExpression> Choices) : BoundCondition(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(ExpressionVisitor<T> visitor) => visitor.VisitIn(this);
}
