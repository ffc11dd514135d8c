using System.Collections.Immutable;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary>A function that gives <c>bool?</c>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Function">The function.</param>
/// <param name="Arguments">As many as it takes.</param>
public sealed record PredicateCallCondition(TextSpan Span, FunctionSymbol Function, ImmutableArray<BoundExpression> Arguments) : BoundCondition(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(ExpressionVisitor<T> visitor) => visitor.VisitPredicateCall(this);
}
