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
        var before = plan.Schema with { Columns = plan.Schema.Columns.RemoveAll(column => string.Equals(column, spec.RowColumn, StringComparison.Ordinal) || string.Equals(column, spec.Split?.Column, StringComparison.Ordinal)) };
        var computed = ComputedAggregates.Of(functions, plan);
        ImmutableArray<BoundAggregate> bound = [.. computed.Aggregates.SelectMany(function => AggregateBinder.Bind(function, plan, plan.Column, before, ofTime: spec.RowColumn is "_time"))];
        var pipeline = computed.Pipeline(span, bound, plan);
        spec = pipeline is null ? spec : spec with { Computed = computed.Columns };
        var results = spec.Computed.IsEmpty ? bound.Where(function => function.Pattern is null).Select(function => function.Column) : spec.Computed;
        ImmutableArray<string> columns = [spec.RowColumn, .. spec.Split is null ? results : []];
        plan.Add(
            new SpecStage(span, spec, ColumnNeeds.Only([spec.RowColumn, .. spec.Split is { } split ? [split.Column] : Array.Empty<string>()]), bound) { Subsearches = pipeline is null ? [] : [pipeline] },
            new PlanSchema([.. columns.Distinct(StringComparer.Ordinal)], IsOpen: spec.Split is not null || bound.Any(function => function.Pattern is not null)));
    }
}
