using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Append;

/// <summary><c>append</c></summary>
internal sealed class AppendCommand : SplCommand<AppendSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["append"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        var limit = SubsearchOptions.DefaultLimit;
        while (reader.AtOption())
        {
            if (reader.ReadOption() is not { } option)
                return null;
            if (!reader.TryApply(option, ref limit))
                reader.ReportUnknown(option, "append", SubsearchOptions.Names);
        }

        return reader.ReadSubsearch() is { } subsearch ? new AppendSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, limit, subsearch) : null;
    }

    /// <inheritdoc/>
    protected override void Bind(AppendSyntax syntax, PlanBuilder plan)
    {
        var subsearch = PipelineBinder.Bind(syntax.Subsearch, plan);
        plan.Add(
            new SpecStage(syntax.Span, new AppendSpec(syntax.Limit), ColumnNeeds.Of()) { Subsearches = [subsearch] },
            PlanSchema.Union(plan.Schema, subsearch.Schema));
    }
}
