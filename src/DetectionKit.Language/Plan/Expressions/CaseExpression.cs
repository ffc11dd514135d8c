using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary><c>case(condition, value, ...)</c>: the value of the first condition that is true; absent when none is.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Branches">The branches in order.</param>
public sealed record CaseExpression(TextSpan Span, ImmutableArray<CaseBranch> Branches) : BoundExpression(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(ExpressionVisitor<T> visitor) => visitor.VisitCase(this);
}

/// <summary>One pair of a case or a validate.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Value">The value that goes with it.</param>
public sealed record CaseBranch(BoundCondition Condition, BoundExpression Value);
