using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary><c>mvmap(column, body)</c>: the body computed for each item, which it finds under the column's name.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Column">The column.</param>
/// <param name="Body">What is computed.</param>
public sealed record MapItemsExpression(TextSpan Span, string Column, BoundExpression Body) : BoundExpression(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(ExpressionVisitor<T> visitor) => visitor.VisitMapItems(this);
}
