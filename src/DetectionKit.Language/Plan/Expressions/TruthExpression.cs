using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary>A condition as a function's argument: the text <c>True</c> or <c>False</c>; absent when not known.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Condition">The condition.</param>
public sealed record TruthExpression(TextSpan Span, BoundCondition Condition) : BoundExpression(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(ExpressionVisitor<T> visitor) => visitor.VisitTruth(this);
}
