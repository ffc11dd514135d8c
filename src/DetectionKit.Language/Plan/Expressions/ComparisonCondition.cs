using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary>Two values compared: as numbers where both are, else as text with case; not known where a side is absent.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Operator">How.</param>
/// <param name="Left">The left side.</param>
/// <param name="Right">The right side.</param>
public sealed record ComparisonCondition(TextSpan Span, ComparisonOperator Operator, BoundExpression Left, BoundExpression Right)
    : BoundCondition(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(ExpressionVisitor<T> visitor) => visitor.VisitComparison(this);
}
