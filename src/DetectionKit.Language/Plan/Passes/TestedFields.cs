using System.Collections.Immutable;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Symbols;

namespace DetectionKit.Language.Plan.Passes;

/// <summary>Finds which fields of an event a condition reads, so that a maker of events can leave out the others.</summary>
public sealed class TestedFields : PredicateVisitor<ImmutableSortedSet<string>?>
{
    private static readonly TestedFields Instance = new();
    private static readonly ImmutableSortedSet<string> Nothing = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The fields, sorted; null: any may be read, as a bare word does.</summary>
    /// <param name="filter">The condition on events.</param>
    public static ImmutableArray<string>? Of(BoundPredicate filter) => filter.Accept(Instance) is { } fields ? [.. fields] : null;

    /// <inheritdoc/>
    public override ImmutableSortedSet<string>? VisitConstant(ConstantPredicate predicate) => Nothing;

    /// <inheritdoc/>
    public override ImmutableSortedSet<string>? VisitAnd(AndPredicate predicate) => All(predicate.Operands);

    /// <inheritdoc/>
    public override ImmutableSortedSet<string>? VisitOr(OrPredicate predicate) => All(predicate.Operands);

    /// <inheritdoc/>
    public override ImmutableSortedSet<string>? VisitNot(NotPredicate predicate) => predicate.Operand.Accept(this);

    /// <inheritdoc/>
    public override ImmutableSortedSet<string>? VisitIn(InPredicate predicate) => One(predicate.Field);

    /// <inheritdoc/>
    public override ImmutableSortedSet<string>? VisitExists(ExistsPredicate predicate) => One(predicate.Field);

    /// <inheritdoc/>
    public override ImmutableSortedSet<string>? VisitText(TextPredicate predicate) => One(predicate.Field);

    /// <inheritdoc/>
    public override ImmutableSortedSet<string>? VisitInteger(IntegerPredicate predicate) => One(predicate.Field);

    /// <inheritdoc/>
    public override ImmutableSortedSet<string>? VisitNumber(NumberPredicate predicate) => One(predicate.Field);

    /// <inheritdoc/>
    public override ImmutableSortedSet<string>? VisitOrder(OrderPredicate predicate) => One(predicate.Field);

    /// <inheritdoc/>
    public override ImmutableSortedSet<string>? VisitAddress(AddressPredicate predicate) => One(predicate.Field);

    /// <inheritdoc/>
    public override ImmutableSortedSet<string>? VisitNetwork(NetworkPredicate predicate) => One(predicate.Field);

    /// <inheritdoc/>
    public override ImmutableSortedSet<string>? VisitFreeText(FreeTextPredicate predicate) => null;

    /// <inheritdoc/>
    public override ImmutableSortedSet<string>? VisitSubsearch(SubsearchPredicate predicate) => null;

    private static ImmutableSortedSet<string> One(FieldSymbol field) => Nothing.Add(field.Name);

    private ImmutableSortedSet<string>? All(ImmutableArray<BoundPredicate> operands)
    {
        var all = Nothing;
        foreach (var operand in operands)
        {
            if (operand.Accept(this) is not { } fields)
                return null;
            all = all.Union(fields);
        }

        return all;
    }
}
