using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Aggregates;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Stats;

/// <summary><c>stats</c></summary>
internal sealed class StatsCommand : SplCommand<StatsSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["stats"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword) =>
        AggregateClause.Read(reader, "stats") is { } clause ? new StatsSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, clause) : null;

    /// <inheritdoc/>
    protected override void Bind(StatsSyntax syntax, PlanBuilder plan)
    {
        var (functions, by) = AggregateBinder.Bind(syntax.Clause, plan);
        plan.Add(new AggregateStage(syntax.Span, by, functions, null, null) { DistinctBy = syntax.Clause.DistinctBy }, AggregateBinder.Schema(by, functions));
        if (syntax.Clause.Delimiter is { } delimiter)
            plan.Delimit(functions.Select(function => function.Column), delimiter);
    }
}
