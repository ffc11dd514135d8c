using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary><c>mvmap(items, body)</c>: the body computed for each item, which it finds under the name of the column that the items come from.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Column">The column.</param>
/// <param name="Items">The items: the column itself, or what is made of it.</param>
/// <param name="Body">What is computed.</param>
public sealed record MapItemsExpression(TextSpan Span, string Column, BoundExpression Items, BoundExpression Body) : BoundExpression(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(ExpressionVisitor<T> visitor) => visitor.VisitMapItems(this);
}
