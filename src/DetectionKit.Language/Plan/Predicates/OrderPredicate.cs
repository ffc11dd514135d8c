using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Predicates;

/// <summary>The field is there and one of its values is less or greater: as numbers where both are, else as text without case.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Field">A field of no or of a text type.</param>
/// <param name="Operator">One of the four that order.</param>
/// <param name="Text">The literal.</param>
/// <param name="Number">The literal as a number, where it is one.</param>
public sealed record OrderPredicate(TextSpan Span, FieldSymbol Field, ComparisonOperator Operator, string Text, double? Number) : BoundPredicate(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(PredicateVisitor<T> visitor) => visitor.VisitOrder(this);
}
