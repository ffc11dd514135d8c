using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Predicates;

/// <summary><c>field=*</c>: the field is there.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Field">The field.</param>
public sealed record ExistsPredicate(TextSpan Span, FieldSymbol Field) : BoundPredicate(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(PredicateVisitor<T> visitor) => visitor.VisitExists(this);
}
