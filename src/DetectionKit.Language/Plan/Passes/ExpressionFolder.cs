using System.Collections.Immutable;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Predicates;

namespace DetectionKit.Language.Plan.Passes;

/// <summary>Computes the parts of an eval expression that are constant, with the very operators that emitted code calls. Functions are not called.</summary>
internal sealed class ExpressionFolder : ExpressionVisitor<PlanNode>
{
    private static readonly ExpressionFolder Instance = new();

    public static BoundExpression Fold(BoundExpression expression) => (BoundExpression)expression.Accept(Instance);

    public static BoundCondition Fold(BoundCondition condition) => (BoundCondition)condition.Accept(Instance);

    public override PlanNode VisitLiteral(LiteralExpression expression) => expression;

    public override PlanNode VisitField(FieldExpression expression) => expression;

    public override PlanNode VisitArithmetic(ArithmeticExpression expression)
    {
        var (left, right) = (Fold(expression.Left), Fold(expression.Right));
        return left is LiteralExpression a && right is LiteralExpression b
            ? new LiteralExpression(expression.Span, Compute(expression.Operator, a.Value, b.Value))
            : expression with { Left = left, Right = right };
    }

    public override PlanNode VisitNegate(NegateExpression expression) => Fold(expression.Operand) switch
    {
        LiteralExpression literal => new LiteralExpression(expression.Span, Arithmetic.Negate(literal.Value)),
        var operand => expression with { Operand = operand },
    };

    public override PlanNode VisitCall(CallExpression expression) => expression with { Arguments = All(expression.Arguments) };

    public override PlanNode VisitIf(IfExpression expression) => Fold(expression.Condition) switch
    {
        ConstantCondition constant => Fold(constant.Value == true ? expression.Then : expression.Otherwise),
        var condition => expression with { Condition = condition, Then = Fold(expression.Then), Otherwise = Fold(expression.Otherwise) },
    };

    public override PlanNode VisitCase(CaseExpression expression)
    {
        // A branch that is never taken goes; those behind one that always is, too.
        var branches = Branches(expression.Branches).RemoveAll(branch => branch.Condition is ConstantCondition { Value: not true });
        var last = branches.Select(branch => branch.Condition is ConstantCondition).ToList().IndexOf(true);
        branches = last < 0 ? branches : branches[..(last + 1)];
        if (branches.IsEmpty)
            return new LiteralExpression(expression.Span, Value.Null);
        return last == 0 ? branches[0].Value : expression with { Branches = branches };
    }

    public override PlanNode VisitCoalesce(CoalesceExpression expression)
    {
        var operands = All(expression.Operands).RemoveAll(operand => operand is LiteralExpression { Value.IsNull: true });
        return operands.Length switch
        {
            0 => new LiteralExpression(expression.Span, Value.Null),
            1 => operands[0],
            _ => expression with { Operands = operands },
        };
    }

    public override PlanNode VisitValidate(ValidateExpression expression) => expression with { Branches = Branches(expression.Branches) };

    public override PlanNode VisitTruth(TruthExpression expression) => Fold(expression.Condition) switch
    {
        ConstantCondition constant => new LiteralExpression(expression.Span, Eval.Truth(constant.Value)),
        var condition => expression with { Condition = condition },
    };

    public override PlanNode VisitMapItems(MapItemsExpression expression) => expression with { Items = Fold(expression.Items), Body = Fold(expression.Body) };

    public override PlanNode VisitFilterItems(FilterItemsExpression expression) => expression with { Condition = Fold(expression.Condition) };

    public override PlanNode VisitConstant(ConstantCondition condition) => condition;

    public override PlanNode VisitComparison(ComparisonCondition condition)
    {
        var (left, right) = (Fold(condition.Left), Fold(condition.Right));
        return left is LiteralExpression a && right is LiteralExpression b
            ? new ConstantCondition(condition.Span, Compare(condition.Operator, a.Value, b.Value))
            : condition with { Left = left, Right = right };
    }

    public override PlanNode VisitIn(InCondition condition) => condition with { Operand = Fold(condition.Operand), Choices = All(condition.Choices) };

    public override PlanNode VisitLogical(LogicalCondition condition)
    {
        var operands = condition.Operands.Select(Fold).ToImmutableArray();
        if (condition.Operator == LogicalOperator.Xor)
            return condition with { Operands = operands };

        // What decides alone decides; what never does goes. An unknown operand stays: it decides nothing, yet it is not neutral.
        var decides = condition.Operator == LogicalOperator.Or;
        if (operands.Any(operand => operand is ConstantCondition constant && constant.Value == decides))
            return new ConstantCondition(condition.Span, decides);
        var rest = operands.RemoveAll(operand => operand is ConstantCondition constant && constant.Value == !decides);
        return rest.Length switch
        {
            0 => new ConstantCondition(condition.Span, !decides),
            1 => rest[0],
            _ => condition with { Operands = rest },
        };
    }

    public override PlanNode VisitNot(NotCondition condition) => Fold(condition.Operand) switch
    {
        ConstantCondition constant => new ConstantCondition(condition.Span, !constant.Value),
        var operand => condition with { Operand = operand },
    };

    public override PlanNode VisitPredicateCall(PredicateCallCondition condition) => condition with { Arguments = All(condition.Arguments) };

    public override PlanNode VisitSearch(SearchCondition condition) => condition.Predicate.Accept(PredicateSimplifier.Instance) switch
    {
        ConstantPredicate constant => new ConstantCondition(condition.Span, constant.Value),
        var predicate => condition with { Predicate = predicate },
    };

    private static ImmutableArray<BoundExpression> All(ImmutableArray<BoundExpression> expressions) => [.. expressions.Select(Fold)];

    private static ImmutableArray<CaseBranch> Branches(ImmutableArray<CaseBranch> branches) =>
        [.. branches.Select(branch => new CaseBranch(Fold(branch.Condition), Fold(branch.Value)))];

    private static Value Compute(ArithmeticOperator arithmetic, Value a, Value b) => arithmetic switch
    {
        ArithmeticOperator.Add => Arithmetic.Add(a, b),
        ArithmeticOperator.Subtract => Arithmetic.Subtract(a, b),
        ArithmeticOperator.Multiply => Arithmetic.Multiply(a, b),
        ArithmeticOperator.Divide => Arithmetic.Divide(a, b),
        ArithmeticOperator.Modulo => Arithmetic.Remainder(a, b),
        ArithmeticOperator.Concatenate => Arithmetic.Concat(a, b),
        _ => Value.Null,
    };

    private static bool? Compare(ComparisonOperator comparison, Value a, Value b) => comparison switch
    {
        ComparisonOperator.Equal => Eval.Equal(a, b),
        ComparisonOperator.NotEqual => Eval.NotEqual(a, b),
        ComparisonOperator.Less => Eval.Less(a, b),
        ComparisonOperator.LessOrEqual => Eval.AtMost(a, b),
        ComparisonOperator.Greater => Eval.Greater(a, b),
        ComparisonOperator.GreaterOrEqual => Eval.AtLeast(a, b),
        _ => null,
    };
}
