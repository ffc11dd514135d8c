using System.Text.Json.Nodes;
using DetectionKit.Language.Plan.Expressions;

namespace DetectionKit.Language.Plan.Writing;

/// <summary>Eval expressions and conditions as JSON.</summary>
internal sealed class ExpressionDescriber : ExpressionVisitor<JsonObject>
{
    public static ExpressionDescriber Instance { get; } = new();

    public override JsonObject VisitLiteral(LiteralExpression expression) =>
        expression.Value.IsNull ? Described.As("null") : Described.As("literal", ("value", Described.Of(expression.Value)));

    public override JsonObject VisitField(FieldExpression expression) => Described.As("field", ("name", Described.Field(expression.Field)));

    public override JsonObject VisitArithmetic(ArithmeticExpression expression) =>
        Described.As(Described.Operator(expression.Operator), ("of", Described.List([expression.Left.Accept(this), expression.Right.Accept(this)])));

    public override JsonObject VisitNegate(NegateExpression expression) => Described.As("negate", ("of", expression.Operand.Accept(this)));

    public override JsonObject VisitCall(CallExpression expression) =>
        Described.As("call", ("name", expression.Function.Name), ("of", List(expression.Arguments)));

    public override JsonObject VisitIf(IfExpression expression) => Described.As(
        "if", ("of", Described.List([expression.Condition.Accept(this), expression.Then.Accept(this), expression.Otherwise.Accept(this)])));

    public override JsonObject VisitCase(CaseExpression expression) => Described.As("case", ("of", Branches(expression.Branches)));

    public override JsonObject VisitCoalesce(CoalesceExpression expression) => Described.As("coalesce", ("of", List(expression.Operands)));

    public override JsonObject VisitValidate(ValidateExpression expression) => Described.As("validate", ("of", Branches(expression.Branches)));

    public override JsonObject VisitTruth(TruthExpression expression) => Described.As("truth", ("of", expression.Condition.Accept(this)));

    public override JsonObject VisitMapItems(MapItemsExpression expression) =>
        Described.As("map", ("column", expression.Column), ("items", expression.Items is FieldExpression ? null : expression.Items.Accept(this)), ("of", expression.Body.Accept(this)));

    public override JsonObject VisitFilterItems(FilterItemsExpression expression) =>
        Described.As("filter", ("column", expression.Column), ("of", expression.Condition.Accept(this)));

    public override JsonObject VisitConstant(ConstantCondition condition) =>
        Described.As(condition.Value switch { true => "true", false => "false", null => "unknown" });

    public override JsonObject VisitComparison(ComparisonCondition condition) => Described.As(
        Described.Operator(condition.Operator), ("of", Described.List([condition.Left.Accept(this), condition.Right.Accept(this)])));

    public override JsonObject VisitIn(InCondition condition) =>
        Described.As("in", ("value", condition.Operand.Accept(this)), ("of", List(condition.Choices)));

    public override JsonObject VisitLogical(LogicalCondition condition) => Described.As(
        Described.Operator(condition.Operator),
        ("of", Described.List(condition.Operands.Select(operand => operand.Accept(this)))));

    public override JsonObject VisitNot(NotCondition condition) => Described.As("not", ("of", condition.Operand.Accept(this)));

    public override JsonObject VisitPredicateCall(PredicateCallCondition condition) =>
        Described.As("call", ("name", condition.Function.Name), ("of", List(condition.Arguments)));

    public override JsonObject VisitSearch(SearchCondition condition) => Described.As("search", ("of", condition.Predicate.Accept(PredicateDescriber.Instance)));

    private JsonArray List(IEnumerable<BoundExpression> expressions) => Described.List(expressions.Select(expression => expression.Accept(this)));

    private JsonArray Branches(IEnumerable<CaseBranch> branches) =>
        Described.List(branches.SelectMany(branch => new JsonNode[] { branch.Condition.Accept(this), branch.Value.Accept(this) }));
}
