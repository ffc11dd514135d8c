using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Predicates;

/// <summary>A field of the type integer is there and compares so with a whole number.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Field">A field of <see cref="Abstractions.Models.FieldType.Integer"/>.</param>
/// <param name="Operator">How.</param>
/// <param name="Number">The number.</param>
public sealed record IntegerPredicate(TextSpan Span, FieldSymbol Field, ComparisonOperator Operator, long Number) : BoundPredicate(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(PredicateVisitor<T> visitor) => visitor.VisitInteger(this);
}
