using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary><c>true()</c>, <c>false()</c>, or never known.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Value">Which.</param>
public sealed record ConstantCondition(TextSpan Span, bool? Value) : BoundCondition(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(ExpressionVisitor<T> visitor) => visitor.VisitConstant(this);
}
