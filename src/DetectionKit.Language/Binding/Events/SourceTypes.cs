using System.Collections.Immutable;
using DetectionKit.Language.Plan.Predicates;

namespace DetectionKit.Language.Binding.Events;

/// <summary>Finds which source types a condition on raw events lets through.</summary>
internal sealed class SourceTypes : PredicateVisitor<ImmutableSortedSet<string>?>
{
    private static readonly SourceTypes Instance = new();

    /// <summary>The only source types that can match, in order; empty: any.</summary>
    public static ImmutableArray<string> Of(BoundPredicate filter) => [.. filter.Accept(Instance) ?? []];

    public override ImmutableSortedSet<string>? VisitText(TextPredicate predicate) =>
        predicate is { Negated: false, Pattern.IsExact: true, Field.Name: "sourcetype" }
            ? ImmutableSortedSet.Create(StringComparer.OrdinalIgnoreCase, predicate.Pattern.Source)
            : null;

    public override ImmutableSortedSet<string>? VisitIn(InPredicate predicate) => Union(predicate.Choices);

    public override ImmutableSortedSet<string>? VisitOr(OrPredicate predicate) => Union(predicate.Operands);

    public override ImmutableSortedSet<string>? VisitAnd(AndPredicate predicate) =>
        predicate.Operands.Select(operand => operand.Accept(this)).Aggregate((a, b) => a is null ? b : b is null ? a : a.Intersect(b) is { IsEmpty: false } both ? both : a);

    public override ImmutableSortedSet<string>? VisitConstant(ConstantPredicate predicate) => null;

    public override ImmutableSortedSet<string>? VisitNot(NotPredicate predicate) => null;

    public override ImmutableSortedSet<string>? VisitExists(ExistsPredicate predicate) => null;

    public override ImmutableSortedSet<string>? VisitInteger(IntegerPredicate predicate) => null;

    public override ImmutableSortedSet<string>? VisitNumber(NumberPredicate predicate) => null;

    public override ImmutableSortedSet<string>? VisitOrder(OrderPredicate predicate) => null;

    public override ImmutableSortedSet<string>? VisitAddress(AddressPredicate predicate) => null;

    public override ImmutableSortedSet<string>? VisitNetwork(NetworkPredicate predicate) => null;

    public override ImmutableSortedSet<string>? VisitFreeText(FreeTextPredicate predicate) => null;

    public override ImmutableSortedSet<string>? VisitSubsearch(SubsearchPredicate predicate) => null;

    private ImmutableSortedSet<string>? Union(ImmutableArray<BoundPredicate> choices)
    {
        var all = ImmutableSortedSet.Create<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var choice in choices)
        {
            if (choice.Accept(this) is not { } types)
                return null;
            all = all.Union(types);
        }

        return all;
    }
}
