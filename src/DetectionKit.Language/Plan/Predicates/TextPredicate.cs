using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Predicates;

/// <summary>The field is there and one of its values, as text and without case, fits the pattern; or, negated, one of its values does not.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Field">The field.</param>
/// <param name="Negated"><c>!=</c>.</param>
/// <param name="Pattern">Text in which <c>*</c> stands for any text.</param>
public sealed record TextPredicate(TextSpan Span, FieldSymbol Field, bool Negated, TextPattern Pattern) : BoundPredicate(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(PredicateVisitor<T> visitor) => visitor.VisitText(this);
}
