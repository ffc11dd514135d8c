using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary><c>coalesce(a, b, ...)</c>: the first value that is not absent.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Operands">The values in order.</param>
public sealed record CoalesceExpression(TextSpan Span, ImmutableArray<BoundExpression> Operands) : BoundExpression(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(ExpressionVisitor<T> visitor) => visitor.VisitCoalesce(this);
}
