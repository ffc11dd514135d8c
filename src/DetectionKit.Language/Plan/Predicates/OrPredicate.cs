using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Predicates;

/// <summary>At least one holds.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Operands">Two or more.</param>
public sealed record OrPredicate(TextSpan Span, ImmutableArray<BoundPredicate> Operands) : BoundPredicate(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(PredicateVisitor<T> visitor) => visitor.VisitOr(this);
}
