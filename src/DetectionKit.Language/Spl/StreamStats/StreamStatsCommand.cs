using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Aggregates;
using DetectionKit.Language.Spl.Expressions;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.StreamStats;

/// <summary><c>streamstats</c></summary>
internal sealed class StreamStatsCommand : SplCommand<StreamStatsSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["streamstats"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        var options = new StreamStatsOptions();
        var clause = AggregateClause.Read(reader, "streamstats", () => TryOption(reader, ref options));
        return clause is null ? null : new StreamStatsSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, clause, options);
    }

    /// <inheritdoc/>
    protected override void Bind(StreamStatsSyntax syntax, PlanBuilder plan)
    {
        var (functions, by) = AggregateBinder.Bind(syntax.Clause, plan);
        var schema = AggregateBinder.Add(plan.Schema, functions);
        var options = syntax.Options;
        var spec = new StreamStatsSpec(
            by, [], options.Window, options.TimeWindow?.Width ?? 0, options.Current, options.Global, options.ResetOnChange, null, null);
        var before = options.ResetBefore is { } first ? ExpressionBinder.BindCondition(first, plan) : null;
        var after = options.ResetAfter is { } second ? ExpressionBinder.BindCondition(second, plan, schema) : null;
        plan.Add(
            new SpecStage(syntax.Span, spec, ColumnNeeds.Of([.. by, .. options.TimeWindow is null ? Array.Empty<string>() : ["_time"]]), functions) { Conditions = [before, after] },
            schema);
    }

    private static OptionTaken TryOption(SplReader reader, ref StreamStatsOptions options)
    {
        if (!reader.AtOption())
            return OptionTaken.No;
        var name = reader.Peek().Text.ToLowerInvariant();
        if (name is "reset_before" or "reset_after")
        {
            if (ResetCondition.Read(reader) is not { } condition)
                return OptionTaken.Failed;
            options = name is "reset_before" ? options with { ResetBefore = condition } : options with { ResetAfter = condition };
            return OptionTaken.Yes;
        }

        if (name is not ("window" or "time_window" or "current" or "global" or "reset_on_change"))
            return OptionTaken.No;
        if (reader.ReadOption() is not { } option)
            return OptionTaken.Failed;
        options = name switch
        {
            "window" => options with { Window = reader.Count(option) ?? 0 },
            "time_window" => options with { TimeWindow = reader.Width(option, timeOnly: true) },
            "current" => options with { Current = reader.Flag(option) ?? true },
            "global" => options with { Global = reader.Flag(option) ?? true },
            _ => options with { ResetOnChange = reader.Flag(option) ?? false },
        };
        return OptionTaken.Yes;
    }
}
