using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Expressions;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Where;

/// <summary><c>where</c></summary>
internal sealed class WhereCommand : SplCommand<WhereSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["where"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        if (ExpressionParser.Parse(reader) is not { } condition)
            return null;
        if (reader.AtCommandEnd)
            return new WhereSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, condition);
        reader.ReportExpected("an operator or the end of the command");
        return null;
    }

    /// <inheritdoc/>
    protected override void Bind(WhereSyntax syntax, PlanBuilder plan) =>
        plan.Add(new WhereStage(syntax.Span, ExpressionBinder.BindCondition(syntax.Condition, plan)), plan.Schema);
}
