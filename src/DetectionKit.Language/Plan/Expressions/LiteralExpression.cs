using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary>A constant: text, a number, or the absent value.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Value">The value.</param>
public sealed record LiteralExpression(TextSpan Span, Value Value) : BoundExpression(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(ExpressionVisitor<T> visitor) => visitor.VisitLiteral(this);
}
