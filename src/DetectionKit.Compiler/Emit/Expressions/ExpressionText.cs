using DetectionKit.Abstractions.Operators;
using DetectionKit.Compiler.Emit.Clauses;
using DetectionKit.Compiler.Emit.Code;
using DetectionKit.Compiler.Emit.Predicates;
using DetectionKit.Language.Plan.Expressions;

namespace DetectionKit.Compiler.Emit.Expressions;

/// <summary>Eval expressions as C# expressions of type <c>Value</c>, conditions as <c>bool?</c>.</summary>
/// <param name="constants">The class's constants.</param>
/// <param name="items">Takes what is computed of each item.</param>
internal sealed class ExpressionText(Constants constants, ItemMethods items) : ExpressionVisitor<string>
{
    /// <summary>The expression's code.</summary>
    public string Of(BoundExpression expression) => expression.Accept(this);

    /// <summary>The condition's code, of type <c>bool?</c>: null where not known.</summary>
    public string Known(BoundCondition condition) => condition.Accept(this);

    /// <summary>Whether the condition is true, as one C# expression of type <c>bool</c>.</summary>
    public Test IsTrue(BoundCondition condition) => ClauseText.Of(new ConditionLowering(this).IsTrue(condition));

    /// <inheritdoc/>
    public override string VisitLiteral(LiteralExpression expression) => Literals.Of(expression.Value);

    /// <inheritdoc/>
    public override string VisitField(FieldExpression expression) => FieldAccess.Value(expression.Field);

    /// <inheritdoc/>
    public override string VisitArithmetic(ArithmeticExpression expression)
    {
        var method = expression.Operator switch
        {
            ArithmeticOperator.Add => "Add",
            ArithmeticOperator.Subtract => "Subtract",
            ArithmeticOperator.Multiply => "Multiply",
            ArithmeticOperator.Divide => "Divide",
            ArithmeticOperator.Modulo => "Remainder",
            ArithmeticOperator.Concatenate => "Concat",
            _ => throw new ArgumentOutOfRangeException(nameof(expression)),
        };
        return $"Arithmetic.{method}({Of(expression.Left)}, {Of(expression.Right)})";
    }

    /// <inheritdoc/>
    public override string VisitNegate(NegateExpression expression) =>
        expression.Operand is LiteralExpression { Value.IsNumeric: true } literal
            ? Literals.Of(Arithmetic.Negate(literal.Value))
            : $"Arithmetic.Negate({Of(expression.Operand)})";

    /// <inheritdoc/>
    public override string VisitCall(CallExpression expression) => FunctionCall.Of(expression.Function, expression.Arguments, this, constants);

    /// <inheritdoc/>
    public override string VisitIf(IfExpression expression) =>
        $"({IsTrue(expression.Condition).Text} ? {Of(expression.Then)} : {Of(expression.Otherwise)})";

    /// <inheritdoc/>
    public override string VisitCase(CaseExpression expression) => Branches(expression.Branches.Select(branch => (IsTrue(branch.Condition).Text, branch.Value)));

    /// <inheritdoc/>
    public override string VisitValidate(ValidateExpression expression) => Branches(expression.Branches.Select(branch => (IsTrue(branch.Condition).Denied, branch.Value)));

    /// <inheritdoc/>
    public override string VisitCoalesce(CoalesceExpression expression) => $"Eval.Coalesce({List(expression.Operands)})";

    /// <inheritdoc/>
    public override string VisitTruth(TruthExpression expression) => $"Eval.Truth({Known(expression.Condition)})";

    /// <inheritdoc/>
    public override string VisitMapItems(MapItemsExpression expression) =>
        $"ItemFunctions.Map(row, context, {Literals.Of(expression.Column)}, {(expression.Items is FieldExpression ? "" : Of(expression.Items) + ", ")}{items.Take(expression.Body)})";

    /// <inheritdoc/>
    public override string VisitFilterItems(FilterItemsExpression expression) =>
        $"ItemFunctions.Filter(row, context, {Literals.Of(expression.Column)}, {items.Take(expression.Condition)})";

    /// <inheritdoc/>
    public override string VisitConstant(ConstantCondition condition) => condition.Value switch { true => "(bool?)true", false => "(bool?)false", null => "(bool?)null" };

    /// <inheritdoc/>
    public override string VisitComparison(ComparisonCondition condition) =>
        $"Eval.{ComparisonCode.Name(condition.Operator)}({Of(condition.Left)}, {Of(condition.Right)})";

    /// <inheritdoc/>
    public override string VisitIn(InCondition condition) => $"Eval.In({Of(condition.Operand)}, {List(condition.Choices)})";

    /// <inheritdoc/>
    public override string VisitLogical(LogicalCondition condition)
    {
        // On bool? these operators are Kleene's; both sides are computed, which nobody can tell since nothing here has effects.
        var sign = condition.Operator switch
        {
            LogicalOperator.And => " & ",
            LogicalOperator.Or => " | ",
            LogicalOperator.Xor => " ^ ",
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };
        return $"({string.Join(sign, condition.Operands.Select(Known))})";
    }

    /// <inheritdoc/>
    public override string VisitNot(NotCondition condition) => $"!{Known(condition.Operand)}";

    /// <inheritdoc/>
    public override string VisitPredicateCall(PredicateCallCondition condition) => FunctionCall.Of(condition.Function, condition.Arguments, this, constants);

    /// <inheritdoc/>
    public override string VisitSearch(SearchCondition condition) =>
        $"(bool?)({ClauseText.Of(condition.Predicate.Accept(new PredicateLowering(constants, "row"))).Bare})";

    /// <summary>An array of values: a span parameter takes it without help from the compiler.</summary>
    public string List(IEnumerable<BoundExpression> expressions) => $"new Value[] {{ {string.Join(", ", expressions.Select(Of))} }}";

    private string Branches(IEnumerable<(string Test, BoundExpression Value)> branches) =>
        $"({string.Concat(branches.Select(branch => $"{branch.Test} ? {Of(branch.Value)} : "))}Value.Null)";
}
