using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Predicates;

/// <summary>A bare word or phrase: it occurs in the event between breakers.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Pattern">The text, in which <c>*</c> stands for any text.</param>
/// <param name="IsTerm"><c>TERM()</c>: the breakers on both sides must be major ones.</param>
public sealed record FreeTextPredicate(TextSpan Span, TextPattern Pattern, bool IsTerm = false) : BoundPredicate(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(PredicateVisitor<T> visitor) => visitor.VisitFreeText(this);
}
