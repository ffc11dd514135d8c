using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary>What a field holds; absent when it is not there.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Field">The field.</param>
public sealed record FieldExpression(TextSpan Span, FieldSymbol Field) : BoundExpression(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(ExpressionVisitor<T> visitor) => visitor.VisitField(this);
}
