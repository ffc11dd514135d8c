using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Tstats;

/// <summary><c>tstats</c></summary>
internal sealed class TstatsCommand : SplCommand<TstatsSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["tstats"];

    /// <inheritdoc/>
    public override CommandPlace Place => CommandPlace.Anywhere;

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword) => new TstatsParser(reader).Parse(keyword);

    /// <inheritdoc/>
    protected override void Bind(TstatsSyntax syntax, PlanBuilder plan)
    {
        if (plan.Source is null)
        {
            new TstatsBinder(syntax, plan).Bind();
        }
        else if (syntax is { Append: true, Prestats: true })
        {
            var nested = plan.Nested();
            new TstatsBinder(syntax, nested).Bind();
            plan.Add(
                new SpecStage(syntax.Span, new AppendSpec(0), ColumnNeeds.Of()) { Subsearches = [new PlanPipeline(nested.Source!, nested.Stages, nested.Schema)] },
                PlanSchema.Union(plan.Schema, nested.Schema));
        }
        else
        {
            plan.Report(DiagnosticTable.NotFirst, syntax.Keyword, "tstats` without `prestats=true append=true");
            plan.LoseTrack(syntax.Span);
        }
    }
}
