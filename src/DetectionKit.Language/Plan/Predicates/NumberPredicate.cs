using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Predicates;

/// <summary>A field of the type integer, number or time is there and compares so with a number (times as epoch seconds).</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Field">A field of a numeric type.</param>
/// <param name="Operator">How.</param>
/// <param name="Number">The number.</param>
public sealed record NumberPredicate(TextSpan Span, FieldSymbol Field, ComparisonOperator Operator, double Number) : BoundPredicate(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(PredicateVisitor<T> visitor) => visitor.VisitNumber(this);
}
