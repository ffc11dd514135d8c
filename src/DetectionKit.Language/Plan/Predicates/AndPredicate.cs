using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Predicates;

/// <summary>All of them hold.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Operands">Two or more.</param>
public sealed record AndPredicate(TextSpan Span, ImmutableArray<BoundPredicate> Operands) : BoundPredicate(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(PredicateVisitor<T> visitor) => visitor.VisitAnd(this);
}
