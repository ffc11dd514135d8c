using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary><c>validate(condition, value, ...)</c>: the value of the first condition that is not true; absent when all are.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Branches">The branches in order.</param>
public sealed record ValidateExpression(TextSpan Span, ImmutableArray<CaseBranch> Branches) : BoundExpression(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(ExpressionVisitor<T> visitor) => visitor.VisitValidate(this);
}
