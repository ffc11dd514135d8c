using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Predicates;

namespace DetectionKit.Language.Binding.Columns;

/// <summary>The columns that an expression or a condition reads.</summary>
internal static class ColumnReads
{
    /// <summary>The columns that an expression reads.</summary>
    public static IEnumerable<string> Of(BoundExpression expression) => expression.Accept(ExpressionReads.Instance);

    /// <summary>The columns that a condition reads.</summary>
    public static IEnumerable<string> Of(BoundCondition condition) => condition.Accept(ExpressionReads.Instance);

    /// <summary>The columns that a search condition reads; null: a bare word reads all.</summary>
    public static IEnumerable<string>? Of(BoundPredicate predicate)
    {
        var reads = predicate.Accept(PredicateReads.Instance).ToList();
        return reads.Contains(null) ? null : reads.OfType<string>();
    }

    private sealed class PredicateReads : PredicateVisitor<IEnumerable<string?>>
    {
        public static PredicateReads Instance { get; } = new();

        public override IEnumerable<string?> VisitConstant(ConstantPredicate predicate) => [];

        public override IEnumerable<string?> VisitAnd(AndPredicate predicate) => predicate.Operands.SelectMany(operand => operand.Accept(this));

        public override IEnumerable<string?> VisitOr(OrPredicate predicate) => predicate.Operands.SelectMany(operand => operand.Accept(this));

        public override IEnumerable<string?> VisitNot(NotPredicate predicate) => predicate.Operand.Accept(this);

        public override IEnumerable<string?> VisitIn(InPredicate predicate) => [predicate.Field.Name];

        public override IEnumerable<string?> VisitExists(ExistsPredicate predicate) => [predicate.Field.Name];

        public override IEnumerable<string?> VisitText(TextPredicate predicate) => [predicate.Field.Name];

        public override IEnumerable<string?> VisitInteger(IntegerPredicate predicate) => [predicate.Field.Name];

        public override IEnumerable<string?> VisitNumber(NumberPredicate predicate) => [predicate.Field.Name];

        public override IEnumerable<string?> VisitOrder(OrderPredicate predicate) => [predicate.Field.Name];

        public override IEnumerable<string?> VisitAddress(AddressPredicate predicate) => [predicate.Field.Name];

        public override IEnumerable<string?> VisitNetwork(NetworkPredicate predicate) => [predicate.Field.Name];

        public override IEnumerable<string?> VisitFreeText(FreeTextPredicate predicate) => [null];

        public override IEnumerable<string?> VisitSubsearch(SubsearchPredicate predicate) => predicate.Columns is { } columns ? columns : (string?[])[null];
    }

    private sealed class ExpressionReads : ExpressionVisitor<IEnumerable<string>>
    {
        public static ExpressionReads Instance { get; } = new();

        public override IEnumerable<string> VisitLiteral(LiteralExpression expression) => [];

        public override IEnumerable<string> VisitField(FieldExpression expression) => [expression.Field.Name];

        public override IEnumerable<string> VisitArithmetic(ArithmeticExpression expression) => All(expression.Left, expression.Right);

        public override IEnumerable<string> VisitNegate(NegateExpression expression) => expression.Operand.Accept(this);

        public override IEnumerable<string> VisitCall(CallExpression expression) => All([.. expression.Arguments]);

        public override IEnumerable<string> VisitIf(IfExpression expression) =>
            expression.Condition.Accept(this).Concat(All(expression.Then, expression.Otherwise));

        public override IEnumerable<string> VisitCase(CaseExpression expression) => Branches(expression.Branches);

        public override IEnumerable<string> VisitCoalesce(CoalesceExpression expression) => All([.. expression.Operands]);

        public override IEnumerable<string> VisitValidate(ValidateExpression expression) => Branches(expression.Branches);

        public override IEnumerable<string> VisitTruth(TruthExpression expression) => expression.Condition.Accept(this);

        public override IEnumerable<string> VisitMapItems(MapItemsExpression expression) => expression.Items.Accept(this).Concat(expression.Body.Accept(this)).Prepend(expression.Column);

        public override IEnumerable<string> VisitFilterItems(FilterItemsExpression expression) => expression.Condition.Accept(this).Prepend(expression.Column);

        public override IEnumerable<string> VisitConstant(ConstantCondition condition) => [];

        public override IEnumerable<string> VisitComparison(ComparisonCondition condition) => All(condition.Left, condition.Right);

        public override IEnumerable<string> VisitIn(InCondition condition) => All([condition.Operand, .. condition.Choices]);

        public override IEnumerable<string> VisitLogical(LogicalCondition condition) => condition.Operands.SelectMany(operand => operand.Accept(this));

        public override IEnumerable<string> VisitNot(NotCondition condition) => condition.Operand.Accept(this);

        public override IEnumerable<string> VisitPredicateCall(PredicateCallCondition condition) => All([.. condition.Arguments]);

        // A bare word reads everything; the event's text stands for that where columns are listed.
        public override IEnumerable<string> VisitSearch(SearchCondition condition) => ColumnReads.Of(condition.Predicate) ?? ["_raw"];

        private IEnumerable<string> All(params BoundExpression[] expressions) => expressions.SelectMany(expression => expression.Accept(this));

        private IEnumerable<string> Branches(IEnumerable<CaseBranch> branches) =>
            branches.SelectMany(branch => branch.Condition.Accept(this).Concat(branch.Value.Accept(this)));
    }
}
