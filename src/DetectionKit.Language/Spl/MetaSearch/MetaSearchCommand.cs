using System.Collections.Immutable;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Events;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.SearchExpressions;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.MetaSearch;

/// <summary><c>metasearch</c>: events of which only where they come from, and when, is given.</summary>
internal sealed class MetaSearchCommand : SplCommand<MetaSearchSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["metasearch"];

    /// <inheritdoc/>
    public override CommandPlace Place => CommandPlace.First;

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword) =>
        SearchConditionParser.Parse(reader) is { } condition
            ? new MetaSearchSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, condition)
            : null;

    /// <inheritdoc/>
    protected override void Bind(MetaSearchSyntax syntax, PlanBuilder plan)
    {
        var condition = RawCondition.Bind(syntax.Condition, plan);
        condition.Begin(plan, new RawSource(syntax.Span, condition.Filter, [], null), PlanSchema.Events);
        ImmutableArray<string> columns = ["_time", "host", "index", "source", "sourcetype", "splunk_server"];
        plan.Add(new TableStage(syntax.Span, columns), new PlanSchema(columns, IsOpen: false));
    }
}
