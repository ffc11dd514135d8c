using System.Collections.Immutable;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Predicates;

/// <summary><c>field IN (...)</c>: at least one of the comparisons holds; all of them are about that one field.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Field">The field.</param>
/// <param name="Choices">A comparison for each value, none negated.</param>
public sealed record InPredicate(TextSpan Span, FieldSymbol Field, ImmutableArray<BoundPredicate> Choices) : BoundPredicate(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(PredicateVisitor<T> visitor) => visitor.VisitIn(this);
}
