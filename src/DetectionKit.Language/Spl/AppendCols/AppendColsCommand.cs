using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.AppendCols;

/// <summary><c>appendcols</c></summary>
internal sealed class AppendColsCommand : SplCommand<AppendColsSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["appendcols"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        var limit = SubsearchOptions.DefaultLimit;
        var overwrite = false;
        while (reader.AtOption())
        {
            if (reader.ReadOption() is not { } option)
                return null;
            if (option.Is("override"))
                overwrite = reader.Flag(option) ?? false;
            else if (!reader.TryApply(option, ref limit))
                reader.ReportUnknown(option, "appendcols", ["override", .. SubsearchOptions.Names]);
        }

        return reader.ReadSubsearch() is { } subsearch
            ? new AppendColsSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, new AppendColsSpec(overwrite, limit), subsearch)
            : null;
    }

    /// <inheritdoc/>
    protected override void Bind(AppendColsSyntax syntax, PlanBuilder plan)
    {
        var subsearch = PipelineBinder.Bind(syntax.Subsearch, plan);
        plan.Add(new SpecStage(syntax.Span, syntax.Spec, ColumnNeeds.Of()) { Subsearches = [subsearch] }, PlanSchema.Union(plan.Schema, subsearch.Schema));
    }
}
