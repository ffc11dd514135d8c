using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Union;

/// <summary><c>union</c> of subsearches, also with the rows before it; <c>multisearch</c>, which stands first.</summary>
internal sealed class UnionCommand : SplCommand<UnionSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["union", "multisearch"];

    /// <inheritdoc/>
    public override CommandPlace Place => CommandPlace.Anywhere;

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        var limit = keyword.Is("multisearch") ? 0 : SubsearchOptions.DefaultLimit;
        while (reader.AtOption())
        {
            if (reader.ReadOption() is not { } option)
                return null;
            if (!reader.TryApply(option, ref limit))
                reader.ReportUnknown(option, keyword.Text, SubsearchOptions.Names);
        }

        var subsearches = ImmutableArray.CreateBuilder<SubsearchSyntax>();
        do
        {
            if (reader.TryTake(TokenKind.Comma))
                continue;
            if (reader.ReadSubsearch() is not { } subsearch)
                return null;
            subsearches.Add(subsearch);
        }
        while (!reader.AtCommandEnd);
        return new UnionSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, limit, subsearches.ToImmutable());
    }

    /// <inheritdoc/>
    protected override void Bind(UnionSyntax syntax, PlanBuilder plan)
    {
        if (plan.Source is not null && string.Equals(plan.TextOf(syntax.Keyword), "multisearch", StringComparison.OrdinalIgnoreCase))
            plan.Report(DiagnosticTable.NotFirst, syntax.Keyword, "multisearch");
        if (plan.Source is null)
            plan.Begin(new NothingSource(syntax.Keyword, 0), new PlanSchema([], IsOpen: false));
        ImmutableArray<PlanPipeline> subsearches = [.. syntax.Subsearches.Select(subsearch => PipelineBinder.Bind(subsearch, plan))];
        plan.Add(
            new SpecStage(syntax.Span, new UnionSpec(syntax.Limit), ColumnNeeds.Of()) { Subsearches = subsearches },
            subsearches.Aggregate(plan.Schema, (schema, subsearch) => PlanSchema.Union(schema, subsearch.Schema)));
    }
}
