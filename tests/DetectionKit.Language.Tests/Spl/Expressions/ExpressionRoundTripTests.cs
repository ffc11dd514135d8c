using System.Collections.Immutable;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Spl.Expressions;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;
using FsCheck;
using FsCheck.Fluent;

namespace DetectionKit.Language.Tests.Spl.Expressions;

/// <summary>Printing an expression with the fewest parentheses and reading it again gives the same tree.</summary>
internal sealed class ExpressionRoundTripTests
{
    private static readonly TextSpan Nowhere = new(0, 0);

    [Test]
    public void A_printed_expression_is_read_as_the_same_tree() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(42, 7).WithEndSize(40),
        Prop.ForAll(Expressions.ToArbitrary(), expression =>
            string.Equals(SplTest.Syntax($"search * | where {expression.Accept(ExpressionPrinter.Instance)}"), $"(search (term *)) | (where {expression})", StringComparison.Ordinal)));

    private static Gen<ExpressionSyntax> Expressions => Gen.Sized(size => Tree(Math.Min(size, 5)));

    private static Gen<ExpressionSyntax> Leaf => Gen.OneOf(
        Gen.Elements("a", "b c", "d.e", "f'g", "AND").Select(ExpressionSyntax (name) => new FieldSyntax(Nowhere, name)),
        Gen.Elements("", "x", "y \"z\"", "\\d", "a|b").Select(ExpressionSyntax (text) => new TextSyntax(Nowhere, text)),
        Gen.Elements("0", "42", "1.5", "2e3").Select(ExpressionSyntax (number) => new NumberSyntax(Nowhere, number)));

    private static Gen<ExpressionSyntax> Tree(int depth)
    {
        if (depth == 0)
            return Leaf;
        var inner = Gen.Frequency((1, Leaf), (2, Tree(depth - 1)));
        var many = inner.ArrayOf().Select(items => items.Take(4).ToImmutableArray());
        return Gen.OneOf(
            Leaf,
            inner.Select(ExpressionSyntax (a) => new NegateSyntax(Nowhere, a)),
            inner.Select(ExpressionSyntax (a) => new NotSyntax(Nowhere, a)),
            Gen.Zip(inner, inner).Zip(Gen.Elements(Enum.GetValues<ArithmeticOperator>())).Select(
                ExpressionSyntax (made) => new ArithmeticSyntax(Nowhere, made.Item2, made.Item1.Item1, made.Item1.Item2)),
            Gen.Zip(inner, inner).Zip(Gen.Elements(Enum.GetValues<ComparisonOperator>())).Select(
                ExpressionSyntax (made) => new RelationSyntax(Nowhere, made.Item2, made.Item1.Item1, made.Item1.Item2)),
            Gen.Zip(inner, inner).Zip(Gen.Elements(Enum.GetValues<LogicalOperator>())).Select(
                ExpressionSyntax (made) => new LogicalSyntax(Nowhere, made.Item2, [made.Item1.Item1, made.Item1.Item2])),
            Gen.Zip(inner, many).Select(ExpressionSyntax (made) => new InSyntax(Nowhere, made.Item1, made.Item2)),
            many.Select(ExpressionSyntax (arguments) => new CallSyntax(Nowhere, new NameSyntax(Nowhere, "coalesce"), arguments)));
    }
}
