using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary><c>mvfilter(condition)</c>: the items of a column for which a condition on that column holds.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Column">The column.</param>
/// <param name="Condition">The condition, which finds the item under the column's name.</param>
public sealed record FilterItemsExpression(TextSpan Span, string Column, BoundCondition Condition) : BoundExpression(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(ExpressionVisitor<T> visitor) => visitor.VisitFilterItems(this);
}
