using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Reverse;

/// <summary><c>reverse</c></summary>
internal sealed class ReverseCommand : SplCommand<ReverseSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["reverse"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword) =>
        new ReverseSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span);

    /// <inheritdoc/>
    protected override void Bind(ReverseSyntax syntax, PlanBuilder plan) =>
        plan.Add(new ReverseStage(syntax.Span), plan.Schema);
}
