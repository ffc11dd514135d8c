using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Conditions;
using DetectionKit.Language.Binding.Events;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.SearchExpressions;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Search;

/// <summary><c>search</c>: at first it reads raw events, later it filters rows.</summary>
internal sealed class SearchCommand : SplCommand<SearchCommandSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["search"];

    /// <inheritdoc/>
    public override CommandPlace Place => CommandPlace.Anywhere;

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword) =>
        SearchConditionParser.Parse(reader) is { } condition
            ? new SearchCommandSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, condition)
            : null;

    /// <inheritdoc/>
    protected override void Bind(SearchCommandSyntax syntax, PlanBuilder plan)
    {
        if (plan.Source is null)
        {
            var condition = RawCondition.Bind(syntax.Condition, plan);
            condition.Begin(plan, new RawSource(syntax.Span, condition.Filter, [], null), PlanSchema.Events);
            return;
        }

        EventCondition.Add(syntax.Condition, syntax.Span, plan);
    }
}
