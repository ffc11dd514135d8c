using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Values;
using DetectionKit.Compiler.Emit.Clauses;
using DetectionKit.Compiler.Emit.Code;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Symbols;

namespace DetectionKit.Compiler.Emit.Predicates;

/// <summary>Search predicates as clauses: typed comparisons where the field is typed, the search operators where it is not.</summary>
/// <param name="constants">The class's constants.</param>
/// <param name="subject">What a bare word is looked for in: <c>e</c> or <c>row</c>.</param>
internal sealed class PredicateLowering(Constants constants, string subject) : PredicateVisitor<Clause>
{
    /// <inheritdoc/>
    public override Clause VisitConstant(ConstantPredicate predicate) => new Clause.Leaf(predicate.Span, Test.Constant(predicate.Value));

    /// <inheritdoc/>
    public override Clause VisitAnd(AndPredicate predicate) => new Clause.Group(predicate.Span, NeedsAll: true, Lower(predicate.Operands));

    /// <inheritdoc/>
    public override Clause VisitOr(OrPredicate predicate) => new Clause.Group(predicate.Span, NeedsAll: false, Lower(predicate.Operands));

    /// <inheritdoc/>
    public override Clause VisitNot(NotPredicate predicate) => predicate.Operand.Accept(this).Not();

    /// <inheritdoc/>
    public override Clause VisitIn(InPredicate predicate)
    {
        if (predicate.Choices.All(choice => choice is IntegerPredicate { Operator: ComparisonOperator.Equal }))
        {
            var numbers = predicate.Choices.Cast<IntegerPredicate>().Select(choice => choice.Number).Distinct();
            return Leaf(predicate, Matching(predicate.Field, string.Join(" or ", numbers.Select(Literals.Of))));
        }

        if (predicate.Choices.Length > 1 && predicate.Field.Type is not FieldType.Ip && ListOf(predicate) is { } list)
            return Leaf(predicate, Test.Call($"Search.In({FieldAccess.Searched(predicate.Field)}, {constants.Take("SearchSet", list)})"));

        var choices = Lower(predicate.Choices);
        if (choices.Length == 0)
            return Leaf(predicate, Test.Constant(false));
        return choices.Length == 1 ? choices[0] : Leaf(predicate, ClauseText.Of(new Clause.Group(predicate.Span, NeedsAll: false, choices)));
    }

    /// <inheritdoc/>
    public override Clause VisitExists(ExistsPredicate predicate) => Leaf(predicate, Present(predicate.Field));

    /// <inheritdoc/>
    public override Clause VisitText(TextPredicate predicate)
    {
        if (predicate.Pattern.IsAny)
            return Leaf(predicate, predicate.Negated ? Test.Constant(false) : Present(predicate.Field));
        var text = Literals.Of(predicate.Pattern.Source);
        return Leaf(predicate, Is(FieldAccess.Searched(predicate.Field), predicate.Negated, predicate.Pattern switch
        {
            { WithCase: true } => constants.Take("TextPattern", text + ", withCase: true"),
            { IsExact: true } => text,
            _ => constants.Take("TextPattern", text),
        }));
    }

    /// <inheritdoc/>
    public override Clause VisitInteger(IntegerPredicate predicate)
    {
        var number = Literals.Of(predicate.Number);
        return Leaf(predicate, predicate.Operator switch
        {
            ComparisonOperator.Equal => Matching(predicate.Field, number),
            ComparisonOperator.NotEqual => new($"{FieldAccess.Typed(predicate.Field)} is not (null or {number})", $"{FieldAccess.Typed(predicate.Field)} is null or {number}"),
            ComparisonOperator.Less or ComparisonOperator.LessOrEqual or ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual =>
                Matching(predicate.Field, $"{ComparisonCode.Sign(predicate.Operator)} {number}"),
            _ => throw new ArgumentOutOfRangeException(nameof(predicate)),
        });
    }

    /// <inheritdoc/>
    public override Clause VisitNumber(NumberPredicate predicate)
    {
        var field = FieldAccess.Typed(predicate.Field) + (predicate.Field.Type is FieldType.Time ? ".Seconds" : "");
        var comparison = $"{field} {ComparisonCode.Sign(predicate.Operator)} {Literals.Of(predicate.Number)}";

        // C# finds null unequal to any number; a search finds an absent field neither equal nor unequal.
        var needsPresence = predicate.Operator is ComparisonOperator.NotEqual && predicate.Field.Type is not FieldType.Time;
        return Leaf(predicate, Test.Parenthesized(needsPresence ? $"{field} is not null && {comparison}" : comparison));
    }

    /// <inheritdoc/>
    public override Clause VisitOrder(OrderPredicate predicate) =>
        Leaf(predicate, Test.Call($"Search.{ComparisonCode.Name(predicate.Operator)}({FieldAccess.Value(predicate.Field)}, {constants.Take("SearchBound", Literals.Of(predicate.Text))})"));

    /// <inheritdoc/>
    public override Clause VisitAddress(AddressPredicate predicate) =>
        Leaf(predicate, IsIn(predicate.Field, predicate.Negated, predicate.Address.ToString()));

    /// <inheritdoc/>
    public override Clause VisitNetwork(NetworkPredicate predicate) =>
        Leaf(predicate, IsIn(predicate.Field, predicate.Negated, NetworkText(predicate)));

    /// <inheritdoc/>
    public override Clause VisitFreeText(FreeTextPredicate predicate) =>
        Leaf(predicate, Test.Call($"Search.Mentions({subject}, {constants.Take("TermPattern", Literals.Of(predicate.Pattern.Source) + (predicate.IsTerm ? ", isTerm: true" : "") + (predicate.Pattern.WithCase ? ", withCase: true" : ""))})"));

    /// <inheritdoc/>
    public override Clause VisitSubsearch(SubsearchPredicate predicate) =>
        Leaf(predicate, Test.Call($"Search.Found({subject}, context, {Literals.Of(predicate.Number)})"));

    private static Clause Leaf(BoundPredicate predicate, Test test) => new Clause.Leaf(predicate.Span, test);

    private static Test Matching(FieldSymbol field, string pattern)
    {
        var typed = FieldAccess.Typed(field);
        return new($"{typed} is {pattern}", pattern.Contains(' ', StringComparison.Ordinal) ? $"{typed} is not ({pattern})" : $"{typed} is not {pattern}");
    }

    private static Test Is(string operand, bool negated, string argument) => Test.Call($"Search.{(negated ? "IsNot" : "Is")}({operand}, {argument})");

    private static Test Present(FieldSymbol field)
    {
        var typed = FieldAccess.Typed(field);
        return field.Type switch
        {
            FieldType.Text or FieldType.Integer or FieldType.Number => new($"{typed} is not null", $"{typed} is null"),
            FieldType.Ip => new($"!{typed}.IsNone", $"{typed}.IsNone"),
            FieldType.Time => Test.Constant(true),
            FieldType.MultiText or null => Test.Call($"Search.Has({typed})"),
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };
    }

    private static string NetworkText(NetworkPredicate predicate) =>
        string.Create(CultureInfo.InvariantCulture, $"{predicate.Network}/{predicate.Bits}");

    // The list of an IN whose items a SearchSet tells apart by their form as the plan does, or null.
    private static string? ListOf(InPredicate predicate)
    {
        var items = new List<string>();
        foreach (var choice in predicate.Choices)
        {
            switch (choice)
            {
                case TextPredicate { Negated: false, Pattern.WithCase: false } text when !LooksLikeNetwork(text.Pattern.Source):
                    items.Add(text.Pattern.Source);
                    break;
                case NetworkPredicate { Negated: false } network:
                    items.Add(NetworkText(network));
                    break;
                default:
                    return null;
            }
        }

        return string.Join(", ", items.Select(Literals.Of));
    }

    private static bool LooksLikeNetwork(string text) =>
        text.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && IpAddress.TryParse(text.AsSpan(0, slash), out _);

    // An address is compared as it is, whatever else as the text or value that it is.
    private Test IsIn(FieldSymbol field, bool negated, string network) =>
        Is(field.Type is FieldType.Ip ? FieldAccess.Typed(field) : FieldAccess.Searched(field), negated, constants.Take("IpNetwork", Literals.Of(network)));

    private ImmutableArray<Clause> Lower(ImmutableArray<BoundPredicate> predicates) => [.. predicates.Select(part => part.Accept(this))];
}
