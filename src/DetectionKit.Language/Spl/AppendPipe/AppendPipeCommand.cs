using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.AppendPipe;

/// <summary><c>appendpipe</c></summary>
internal sealed class AppendPipeCommand : SplCommand<AppendPipeSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["appendpipe"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        while (reader.AtOption())
        {
            if (reader.ReadOption() is not { } option)
                return null;
            if (option.Is("run_in_preview"))
                reader.Flag(option);
            else
                reader.ReportUnknown(option, "appendpipe", "run_in_preview");
        }

        return reader.ReadSubsearch() is { } subsearch ? new AppendPipeSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, subsearch) : null;
    }

    /// <inheritdoc/>
    protected override void Bind(AppendPipeSyntax syntax, PlanBuilder plan)
    {
        var subsearch = PipelineBinder.BindGiven(syntax.Subsearch, plan);
        plan.Add(new SpecStage(syntax.Span, new AppendPipeSpec(), ColumnNeeds.All) { Subsearches = [subsearch] }, PlanSchema.Union(plan.Schema, subsearch.Schema));
    }
}
