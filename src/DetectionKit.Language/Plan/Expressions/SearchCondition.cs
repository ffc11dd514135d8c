using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary><c>searchmatch("...")</c>: a condition of the search language within an expression. It is always known.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Predicate">The condition.</param>
public sealed record SearchCondition(TextSpan Span, BoundPredicate Predicate) : BoundCondition(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(ExpressionVisitor<T> visitor) => visitor.VisitSearch(this);
}
