using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Functions;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Regex;

/// <summary><c>regex</c></summary>
internal sealed class RegexCommand : SplCommand<RegexSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["regex"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        NameSyntax? field = null;
        var negate = false;
        if (reader.PeekSecond().Kind is TokenKind.Equal or TokenKind.DoubleEqual or TokenKind.NotEqual)
        {
            field = reader.ReadName("a field");
            if (field is null)
                return null;
            negate = reader.Take().Kind == TokenKind.NotEqual;
        }

        return reader.ReadName("a regular expression") is { } expression
            ? new RegexSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, field, expression, negate)
            : null;
    }

    /// <inheritdoc/>
    protected override void Bind(RegexSyntax syntax, PlanBuilder plan)
    {
        var column = syntax.Field is { } field ? plan.Column(field).Name : "_raw";
        if (plan.IsMapped && OuterValues.IsIn(syntax.Expression.Text))
        {
            plan.Add(new WhereStage(syntax.Span, Made(syntax, column)), plan.Schema);
            return;
        }

        ConstantTexts.CheckRegex(plan, syntax.Expression.Span, syntax.Expression.Text);
        plan.Add(new RegexStage(syntax.Span, column, syntax.Expression.Text, syntax.Negate), plan.Schema);
    }

    // An expression that holds values of the row around is known in the run alone. What lacks the field does not match.
    private static BoundCondition Made(RegexSyntax syntax, string column)
    {
        var match = new PredicateCallCondition(
            syntax.Span, FunctionCatalogue.All["match"], [new FieldExpression(syntax.Span, new FieldSymbol.Column(column)), OuterValues.Text(syntax.Expression.Span, syntax.Expression.Text)]);
        var matches = new LogicalCondition(syntax.Span, LogicalOperator.And, [new PredicateCallCondition(syntax.Span, FunctionCatalogue.All["isnotnull"], [match.Arguments[0]]), match]);
        return syntax.Negate ? new NotCondition(syntax.Span, matches) : matches;
    }
}
