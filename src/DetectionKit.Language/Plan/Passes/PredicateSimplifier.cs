using System.Collections.Immutable;
using DetectionKit.Language.Plan.Predicates;

namespace DetectionKit.Language.Plan.Passes;

/// <summary>Folds constants in search conditions and flattens conjunctions, disjunctions and double denials. A search condition has two values only, so all of this holds.</summary>
internal sealed class PredicateSimplifier : PredicateVisitor<BoundPredicate>
{
    public static PredicateSimplifier Instance { get; } = new();

    public override BoundPredicate VisitConstant(ConstantPredicate predicate) => predicate;

    public override BoundPredicate VisitAnd(AndPredicate predicate)
    {
        var operands = Flatten(predicate.Operands, operand => operand is AndPredicate and ? and.Operands : [operand], neutral: true);
        if (operands.Any(operand => operand is ConstantPredicate))
            return new ConstantPredicate(predicate.Span, false);
        return operands.Length switch
        {
            0 => new ConstantPredicate(predicate.Span, true),
            1 => operands[0],
            _ => predicate with { Operands = operands },
        };
    }

    public override BoundPredicate VisitOr(OrPredicate predicate)
    {
        var operands = Flatten(predicate.Operands, operand => operand is OrPredicate or ? or.Operands : [operand], neutral: false);
        if (operands.Any(operand => operand is ConstantPredicate))
            return new ConstantPredicate(predicate.Span, true);
        return operands.Length switch
        {
            0 => new ConstantPredicate(predicate.Span, false),
            1 => operands[0],
            _ => predicate with { Operands = operands },
        };
    }

    public override BoundPredicate VisitNot(NotPredicate predicate) => predicate.Operand.Accept(this) switch
    {
        ConstantPredicate constant => new ConstantPredicate(predicate.Span, !constant.Value),
        NotPredicate inner => inner.Operand,
        var operand => predicate with { Operand = operand },
    };

    public override BoundPredicate VisitIn(InPredicate predicate)
    {
        var choices = predicate.Choices.RemoveAll(choice => choice is ConstantPredicate { Value: false });
        return choices.Length switch
        {
            0 => new ConstantPredicate(predicate.Span, false),
            1 => choices[0],
            _ => predicate with { Choices = choices },
        };
    }

    public override BoundPredicate VisitExists(ExistsPredicate predicate) => predicate;

    public override BoundPredicate VisitText(TextPredicate predicate) => predicate;

    public override BoundPredicate VisitInteger(IntegerPredicate predicate) => predicate;

    public override BoundPredicate VisitNumber(NumberPredicate predicate) => predicate;

    public override BoundPredicate VisitOrder(OrderPredicate predicate) => predicate;

    public override BoundPredicate VisitAddress(AddressPredicate predicate) => predicate;

    public override BoundPredicate VisitNetwork(NetworkPredicate predicate) => predicate;

    public override BoundPredicate VisitFreeText(FreeTextPredicate predicate) => predicate;

    public override BoundPredicate VisitSubsearch(SubsearchPredicate predicate) => predicate;

    private ImmutableArray<BoundPredicate> Flatten(
        ImmutableArray<BoundPredicate> operands, Func<BoundPredicate, ImmutableArray<BoundPredicate>> open, bool neutral) =>
    [
        .. operands.Select(operand => operand.Accept(this)).SelectMany(operand => open(operand))
            .Where(operand => operand is not ConstantPredicate constant || constant.Value != neutral),
    ];
}
