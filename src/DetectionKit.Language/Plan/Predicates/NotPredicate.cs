using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Predicates;

/// <summary>It does not hold.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Operand">What is denied.</param>
public sealed record NotPredicate(TextSpan Span, BoundPredicate Operand) : BoundPredicate(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(PredicateVisitor<T> visitor) => visitor.VisitNot(this);
}
