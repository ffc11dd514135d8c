using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Predicates;

/// <summary>Always or never.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Value">Which.</param>
public sealed record ConstantPredicate(TextSpan Span, bool Value) : BoundPredicate(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(PredicateVisitor<T> visitor) => visitor.VisitConstant(this);
}
