using DetectionKit.Language.Binding;
using DetectionKit.Language.Spl.Expressions;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.FieldFormat;

/// <summary><c>fieldformat</c>: how a field is shown. Rows keep the value itself, so that it is checked and does nothing. Manual: fieldformat, "does not change the underlying value".</summary>
internal sealed class FieldFormatCommand : SplCommand<FieldFormatSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["fieldformat"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        if (reader.ReadName("the field to show otherwise") is not { } target || !reader.Require(TokenKind.Equal, "`=`"))
            return null;
        return ExpressionParser.Parse(reader) is { } value ? new FieldFormatSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, target, value) : null;
    }

    /// <inheritdoc/>
    protected override void Bind(FieldFormatSyntax syntax, PlanBuilder plan)
    {
        plan.CheckMention(plan.Schema, syntax.Target);
        ExpressionBinder.BindValue(syntax.Value, plan, plan.Schema);
    }
}
