using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Symbols;

namespace DetectionKit.Language.Plan.Passes;

/// <summary>
/// Finds values of which a matching event must have one: those by which a run tells at once which of many rules an event concerns. Of several such
/// sets the most selective is taken: a process' name before an event's number, that before a source, and the smaller one among equals.
/// </summary>
public sealed class IndexKeys : PredicateVisitor<ImmutableArray<SourceKey>?>
{
    private const int Most = 64;

    private static readonly IndexKeys Instance = new();

    /// <summary>The keys of a condition; empty: any event may match.</summary>
    /// <param name="filter">The condition on events.</param>
    public static ImmutableArray<SourceKey> Of(BoundPredicate filter) =>
        filter.Accept(Instance) is { Length: <= Most } keys ? [.. keys.Distinct()] : [];

    /// <inheritdoc/>
    public override ImmutableArray<SourceKey>? VisitText(TextPredicate predicate) =>
        predicate is { Negated: false, Pattern.IsExact: true, Field: FieldSymbol.OfModel or FieldSymbol.OfRaw } && !MayBeNetwork(predicate.Pattern.Source)
            ? [new(predicate.Field.Name, predicate.Pattern.Source)]
            : null;

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
            if (operand.Accept(this) is { Length: <= Most } keys && (best is not { } before || Cost(keys) < Cost(before)))
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

    private static int Cost(ImmutableArray<SourceKey> keys) => (keys.Max(key => Rank(key.Field)) * (Most + 1)) + keys.Length;

    // Every event of a log has these in common with many others.
    private static int Rank(string field) => field switch
    {
        "source" or "sourcetype" or "index" or "host" or "eventtype" or "tag" or "Channel" or "os" or "vendor_product" => 2,
        "EventCode" or "EventID" or "signature_id" or "action" or "transport" or "app" or "direction" or "Initiated" => 1,
        _ => 0,
    };
}
