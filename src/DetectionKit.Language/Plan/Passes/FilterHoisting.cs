using System.Collections.Immutable;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Plan.Symbols;

namespace DetectionKit.Language.Plan.Passes;

/// <summary>Moves <c>search</c> stages that stand right behind raw events into the events' condition: an event's columns are its fields there.</summary>
internal sealed class FilterHoisting : PredicateVisitor<BoundPredicate>
{
    private static readonly FilterHoisting Instance = new();

    /// <summary>The source with those conditions, and the stages that are left.</summary>
    public static (PlanSource Source, ImmutableArray<PlanStage> Stages) Hoist(PlanSource source, ImmutableArray<PlanStage> stages)
    {
        while (source is RawSource raw && stages is [FilterStage filter, ..])
        {
            source = raw with { Filter = new AndPredicate(raw.Filter.Span, [raw.Filter, filter.Predicate.Accept(Instance)]) };
            stages = stages.RemoveAt(0);
        }

        return (source, stages);
    }

    public override BoundPredicate VisitConstant(ConstantPredicate predicate) => predicate;

    public override BoundPredicate VisitAnd(AndPredicate predicate) => predicate with { Operands = All(predicate.Operands) };

    public override BoundPredicate VisitOr(OrPredicate predicate) => predicate with { Operands = All(predicate.Operands) };

    public override BoundPredicate VisitNot(NotPredicate predicate) => predicate with { Operand = predicate.Operand.Accept(this) };

    public override BoundPredicate VisitIn(InPredicate predicate) => predicate with { Field = Raw(predicate.Field), Choices = All(predicate.Choices) };

    public override BoundPredicate VisitExists(ExistsPredicate predicate) => predicate with { Field = Raw(predicate.Field) };

    public override BoundPredicate VisitText(TextPredicate predicate) => predicate with { Field = Raw(predicate.Field) };

    public override BoundPredicate VisitInteger(IntegerPredicate predicate) => predicate with { Field = Raw(predicate.Field) };

    public override BoundPredicate VisitNumber(NumberPredicate predicate) => predicate with { Field = Raw(predicate.Field) };

    public override BoundPredicate VisitOrder(OrderPredicate predicate) => predicate with { Field = Raw(predicate.Field) };

    public override BoundPredicate VisitAddress(AddressPredicate predicate) => predicate with { Field = Raw(predicate.Field) };

    public override BoundPredicate VisitNetwork(NetworkPredicate predicate) => predicate with { Field = Raw(predicate.Field) };

    public override BoundPredicate VisitFreeText(FreeTextPredicate predicate) => predicate;

    public override BoundPredicate VisitSubsearch(SubsearchPredicate predicate) => predicate;

    private static FieldSymbol.OfRaw Raw(FieldSymbol field) => new(field.Name);

    private ImmutableArray<BoundPredicate> All(ImmutableArray<BoundPredicate> predicates) => [.. predicates.Select(predicate => predicate.Accept(this))];
}
