using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Symbols;

namespace DetectionKit.Language.Plan.Passes;

/// <summary>
/// Finds what a matching event must have at least one of: values, or texts inside values, by which a run tells at once which of many rules an event concerns.
/// The answer is never too narrow: a condition that says nothing of this kind, and whatever is negated, has none. Of the parts of a conjunction the most
/// <see cref="KeyFrequency">selective</see> one speaks for it; of a disjunction all do.
/// </summary>
public sealed class IndexKeys : PredicateVisitor<ImmutableArray<SourceKey>?>
{
    private const int Most = 256;

    private static readonly IndexKeys Instance = new();

    /// <summary>The keys of a condition; empty: any event may match.</summary>
    /// <param name="filter">The condition on events.</param>
    public static ImmutableArray<SourceKey> Of(BoundPredicate filter) =>
        filter.Accept(Instance) is { Length: <= Most } keys ? [.. keys.Distinct()] : [];

    /// <inheritdoc/>
    public override ImmutableArray<SourceKey>? VisitText(TextPredicate predicate)
    {
        if (predicate is not { Negated: false, Field: FieldSymbol.OfModel or FieldSymbol.OfRaw })
            return null;
        if (predicate.Pattern.IsExact)
            return MayBeNetwork(predicate.Pattern.Source) ? null : [new(predicate.Field.Name, predicate.Pattern.Source)];
        return KeyPart.Of(predicate.Pattern) is { } part ? [SourceKey.Part(predicate.Field.Name, part)] : null;
    }

    /// <inheritdoc/>
    public override ImmutableArray<SourceKey>? VisitInteger(IntegerPredicate predicate) =>
        predicate is { Operator: ComparisonOperator.Equal, Field: FieldSymbol.OfModel or FieldSymbol.OfRaw }
            ? [new(predicate.Field.Name, predicate.Number.ToString(CultureInfo.InvariantCulture))]
            : null;

    /// <inheritdoc/>
    public override ImmutableArray<SourceKey>? VisitIn(InPredicate predicate) => Any(predicate.Choices);

    /// <inheritdoc/>
    public override ImmutableArray<SourceKey>? VisitOr(OrPredicate predicate) => Any(predicate.Operands);

    /// <inheritdoc/>
    public override ImmutableArray<SourceKey>? VisitAnd(AndPredicate predicate)
    {
        ImmutableArray<SourceKey>? best = null;
        foreach (var operand in predicate.Operands)
        {
            if (operand.Accept(this) is { Length: <= Most } keys && (best is not { } before || KeyFrequency.Of(keys) < KeyFrequency.Of(before)))
                best = keys;
        }

        return best;
    }

    /// <inheritdoc/>
    public override ImmutableArray<SourceKey>? VisitConstant(ConstantPredicate predicate) => null;

    /// <inheritdoc/>
    public override ImmutableArray<SourceKey>? VisitNot(NotPredicate predicate) => null;

    /// <inheritdoc/>
    public override ImmutableArray<SourceKey>? VisitExists(ExistsPredicate predicate) => null;

    /// <inheritdoc/>
    public override ImmutableArray<SourceKey>? VisitNumber(NumberPredicate predicate) => null;

    /// <inheritdoc/>
    public override ImmutableArray<SourceKey>? VisitOrder(OrderPredicate predicate) => null;

    /// <inheritdoc/>
    public override ImmutableArray<SourceKey>? VisitAddress(AddressPredicate predicate) => null;

    /// <inheritdoc/>
    public override ImmutableArray<SourceKey>? VisitNetwork(NetworkPredicate predicate) => null;

    /// <inheritdoc/>
    public override ImmutableArray<SourceKey>? VisitFreeText(FreeTextPredicate predicate) => null;

    /// <inheritdoc/>
    public override ImmutableArray<SourceKey>? VisitSubsearch(SubsearchPredicate predicate) => null;

    private ImmutableArray<SourceKey>? Any(ImmutableArray<BoundPredicate> choices)
    {
        var all = ImmutableArray.CreateBuilder<SourceKey>();
        foreach (var choice in choices)
        {
            if (choice.Accept(this) is not { } keys || all.Count > Most)
                return null;
            all.AddRange(keys);
        }

        return all.ToImmutable();
    }

    // 10.0.0.0/8 matches addresses too.
    private static bool MayBeNetwork(string text) => text.Contains('/', StringComparison.Ordinal) && (text[0] == ':' || char.IsAsciiHexDigit(text[0]));
}
