using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary>Conditions joined, in three-valued logic.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Operator">How.</param>
/// <param name="Operands">Two or more; computed from left to right, no further than needed.</param>
public sealed record LogicalCondition(TextSpan Span, LogicalOperator Operator, ImmutableArray<BoundCondition> Operands) : BoundCondition(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(ExpressionVisitor<T> visitor) => visitor.VisitLogical(this);
}
