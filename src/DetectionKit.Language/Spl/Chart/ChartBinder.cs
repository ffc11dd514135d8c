using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Aggregates;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Chart;

/// <summary>Binds chart and timechart.</summary>
internal static class ChartBinder
{
    /// <summary>Adds the stage.</summary>
    /// <param name="plan">The plan so far.</param>
    /// <param name="span">The command.</param>
    /// <param name="functions">The aggregates as written.</param>
    /// <param name="spec">All else.</param>
    public static void Bind(PlanBuilder plan, TextSpan span, ImmutableArray<AggregateSyntax> functions, ChartSpec spec)
    {
        var before = plan.Schema;
        ImmutableArray<BoundAggregate> bound = [.. functions.SelectMany(function => AggregateBinder.Bind(function, plan, plan.Column, before, ofTime: spec.RowColumn is "_time"))];
        AggregateBinder.RefusePatterns(bound, plan);
        ImmutableArray<string> columns = [spec.RowColumn, .. spec.Split is null ? bound.Select(function => function.Column) : []];
        plan.Add(
            new SpecStage(span, spec, ColumnNeeds.Only([spec.RowColumn, .. spec.Split is { } split ? [split.Column] : Array.Empty<string>()]), bound),
            new PlanSchema([.. columns.Distinct(StringComparer.Ordinal)], IsOpen: spec.Split is not null));
    }
}
