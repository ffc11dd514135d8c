using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Predicates;

/// <summary>The field is there and one of its values is an address of the network; or, negated, one of its values is not. On a field of another type its text is read as an address.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Field">The field.</param>
/// <param name="Negated"><c>!=</c>.</param>
/// <param name="Network">The network; host bits may be set and do not count.</param>
/// <param name="Bits">The prefix length.</param>
public sealed record NetworkPredicate(TextSpan Span, FieldSymbol Field, bool Negated, IpAddress Network, int Bits) : BoundPredicate(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(PredicateVisitor<T> visitor) => visitor.VisitNetwork(this);
}
