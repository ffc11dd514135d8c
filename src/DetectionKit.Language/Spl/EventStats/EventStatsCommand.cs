using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Aggregates;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.EventStats;

/// <summary><c>eventstats</c></summary>
internal sealed class EventStatsCommand : SplCommand<EventStatsSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["eventstats"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword) =>
        AggregateClause.Read(reader, "eventstats") is { } clause ? new EventStatsSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, clause) : null;

    /// <inheritdoc/>
    protected override void Bind(EventStatsSyntax syntax, PlanBuilder plan)
    {
        var (functions, by) = AggregateBinder.Bind(syntax.Clause, plan);
        plan.Add(new EventStatsStage(syntax.Span, by, functions), AggregateBinder.Add(plan.Schema, functions));
    }
}
