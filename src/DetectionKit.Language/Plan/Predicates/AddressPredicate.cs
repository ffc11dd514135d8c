using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Predicates;

/// <summary>A field of the type address is there and is this address; or, negated, another.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Field">A field of <see cref="Abstractions.Models.FieldType.Ip"/>.</param>
/// <param name="Negated"><c>!=</c>.</param>
/// <param name="Address">The address.</param>
public sealed record AddressPredicate(TextSpan Span, FieldSymbol Field, bool Negated, IpAddress Address) : BoundPredicate(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(PredicateVisitor<T> visitor) => visitor.VisitAddress(this);
}
