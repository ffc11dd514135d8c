using System.Text.Json.Nodes;
using DetectionKit.Language.Plan.Predicates;

namespace DetectionKit.Language.Plan.Writing;

/// <summary>Search conditions as JSON.</summary>
internal sealed class PredicateDescriber : PredicateVisitor<JsonObject>
{
    public static PredicateDescriber Instance { get; } = new();

    public override JsonObject VisitConstant(ConstantPredicate predicate) => Described.As(predicate.Value ? "always" : "never");

    public override JsonObject VisitAnd(AndPredicate predicate) => Described.As("and", ("of", List(predicate.Operands)));

    public override JsonObject VisitOr(OrPredicate predicate) => Described.As("or", ("of", List(predicate.Operands)));

    public override JsonObject VisitNot(NotPredicate predicate) => Described.As("not", ("of", predicate.Operand.Accept(this)));

    public override JsonObject VisitIn(InPredicate predicate) => Described.As("in", ("of", List(predicate.Choices)));

    public override JsonObject VisitExists(ExistsPredicate predicate) => Described.As("exists", ("field", Described.Field(predicate.Field)));

    public override JsonObject VisitText(TextPredicate predicate) => Described.As(
        predicate.Pattern.WithCase ? "text with case" : "text", ("field", Described.Field(predicate.Field)), ("op", Sign(predicate.Negated)), ("pattern", predicate.Pattern.Source));

    public override JsonObject VisitInteger(IntegerPredicate predicate) => Described.As(
        "integer", ("field", Described.Field(predicate.Field)), ("op", Described.Operator(predicate.Operator)), ("number", predicate.Number));

    public override JsonObject VisitNumber(NumberPredicate predicate) => Described.As(
        "number", ("field", Described.Field(predicate.Field)), ("op", Described.Operator(predicate.Operator)), ("number", predicate.Number));

    public override JsonObject VisitOrder(OrderPredicate predicate) => Described.As(
        "order", ("field", Described.Field(predicate.Field)), ("op", Described.Operator(predicate.Operator)), ("text", predicate.Text), ("number", predicate.Number));

    public override JsonObject VisitAddress(AddressPredicate predicate) => Described.As(
        "address", ("field", Described.Field(predicate.Field)), ("op", Sign(predicate.Negated)), ("address", predicate.Address.ToString()));

    public override JsonObject VisitNetwork(NetworkPredicate predicate) => Described.As(
        "network",
        ("field", Described.Field(predicate.Field)),
        ("op", Sign(predicate.Negated)),
        ("network", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{predicate.Network}/{predicate.Bits}")));

    public override JsonObject VisitFreeText(FreeTextPredicate predicate) => Described.As(
        predicate.IsTerm ? "whole term" : predicate.Pattern.WithCase ? "term with case" : "term", ("pattern", predicate.Pattern.Source));

    public override JsonObject VisitSubsearch(SubsearchPredicate predicate) => Described.As("subsearch", ("number", predicate.Number));

    private static string Sign(bool negated) => negated ? "!=" : "=";

    private JsonArray List(IEnumerable<BoundPredicate> predicates) => Described.List(predicates.Select(predicate => predicate.Accept(this)));
}
