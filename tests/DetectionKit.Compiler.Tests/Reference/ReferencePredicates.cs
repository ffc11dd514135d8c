using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Symbols;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>Walks search predicates over nothing but the texts of fields; shares no code with the operators.</summary>
/// <param name="texts">A field's values as text; none when it is absent.</param>
/// <param name="everything">What a bare word is looked for in.</param>
/// <param name="found">Whether what a subsearch found holds.</param>
internal sealed class ReferencePredicates(Func<FieldSymbol, IReadOnlyList<string>> texts, IReadOnlyList<string> everything, Func<int, bool>? found = null) : PredicateVisitor<bool>
{
    public override bool VisitConstant(ConstantPredicate predicate) => predicate.Value;

    public override bool VisitAnd(AndPredicate predicate) => predicate.Operands.All(part => part.Accept(this));

    public override bool VisitOr(OrPredicate predicate) => predicate.Operands.Any(part => part.Accept(this));

    public override bool VisitNot(NotPredicate predicate) => !predicate.Operand.Accept(this);

    public override bool VisitIn(InPredicate predicate) => predicate.Choices.Any(part => part.Accept(this));

    public override bool VisitExists(ExistsPredicate predicate) => texts(predicate.Field).Count > 0;

    public override bool VisitText(TextPredicate predicate) =>
        texts(predicate.Field).Any(text => Fits(predicate.Pattern, text) != predicate.Negated);

    public override bool VisitInteger(IntegerPredicate predicate) =>
        texts(predicate.Field).Any(text => Holds(predicate.Operator, decimal.Parse(text, CultureInfo.InvariantCulture).CompareTo(predicate.Number)));

    public override bool VisitNumber(NumberPredicate predicate) =>
        texts(predicate.Field).Any(text => Holds(predicate.Operator, double.Parse(text, CultureInfo.InvariantCulture).CompareTo(predicate.Number)));

    public override bool VisitOrder(OrderPredicate predicate) => texts(predicate.Field).Any(text => Holds(predicate.Operator, Compare(text, predicate.Text)));

    public override bool VisitAddress(AddressPredicate predicate) =>
        texts(predicate.Field).Any(text => IPAddress.Parse(text).Equals(IPAddress.Parse(predicate.Address.ToString())) != predicate.Negated);

    public override bool VisitNetwork(NetworkPredicate predicate) => texts(predicate.Field).Any(text => IsInside(text, predicate) != predicate.Negated);

    public override bool VisitFreeText(FreeTextPredicate predicate) => everything.Any(text => IsTerm(predicate, text));

    public override bool VisitSubsearch(SubsearchPredicate predicate) => found!(predicate.Number);

    // Every stretch of the text that stands between breakers or ends, compared whole.
    private static bool IsTerm(FreeTextPredicate predicate, string text) =>
        Enumerable.Range(0, text.Length + 1).Where(from => from == 0 || IsBreaker(text[from - 1], predicate.IsTerm)).Any(from =>
            Enumerable.Range(from, text.Length + 1 - from).Where(to => to == text.Length || IsBreaker(text[to], predicate.IsTerm)).Any(to => Regex.IsMatch(
                text[from..to],
                "^" + string.Join(@"[^\[\]<>(){}|!;,'""*\s&?+]*", predicate.Pattern.Source.Split('*').Select(Regex.Escape)) + @"\z",
                (predicate.Pattern.WithCase ? RegexOptions.None : RegexOptions.IgnoreCase) | RegexOptions.CultureInvariant,
                TimeSpan.FromSeconds(10))));

    // Major and minor breakers of segmenters.conf.
    private static bool IsBreaker(char unit, bool isMajor) =>
        char.IsWhiteSpace(unit) || "[]<>(){}|!;,'\"*&?+".Contains(unit, StringComparison.Ordinal) || (!isMajor && "/:=@.-$#%\\_".Contains(unit, StringComparison.Ordinal));

    private static bool Fits(TextPattern pattern, string text) => Regex.IsMatch(
        text,
        "^(?:" + string.Join(".*", pattern.Source.Split('*').Select(Regex.Escape)) + @")\z",
        (pattern.WithCase ? RegexOptions.None : RegexOptions.IgnoreCase) | RegexOptions.CultureInvariant | RegexOptions.Singleline,
        TimeSpan.FromSeconds(10));

    private static int Compare(string a, string b) =>
        ReferenceNumbers.Read(a) is { } left && ReferenceNumbers.Read(b) is { } right
            ? left.CompareTo(right)
            : string.CompareOrdinal(a.ToUpperInvariant(), b.ToUpperInvariant());

    private static bool Holds(ComparisonOperator comparison, int order) => comparison switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.NotEqual => order != 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        ComparisonOperator.GreaterOrEqual => order >= 0,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };

    // Bit by bit, as RFC 4632 says it.
    private static bool IsInside(string text, NetworkPredicate predicate)
    {
        if (!Regex.IsMatch(text, @"^(\d+\.\d+\.\d+\.\d+|[0-9a-fA-F]*:[0-9a-fA-F:.]*)$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) || !IPAddress.TryParse(text, out var address))
            return false;
        var (left, right) = (address.GetAddressBytes(), IPAddress.Parse(predicate.Network.ToString()).GetAddressBytes());
        return left.Length == right.Length
            && Enumerable.Range(0, predicate.Bits).All(bit => ((left[bit / 8] ^ right[bit / 8]) & (0x80 >> (bit % 8))) == 0);
    }
}
