using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary><c>stats</c> and <c>tstats</c>: one row per distinct combination of the by-columns.</summary>
/// <param name="Span">The command.</param>
/// <param name="By">The by-columns, in order.</param>
/// <param name="Functions">The aggregates, in order.</param>
/// <param name="TimeSpan">Width of the <c>_time</c> buckets, or null.</param>
/// <param name="FillNull">The text that an absent by-column holds, or null: then such rows are dropped.</param>
public sealed record AggregateStage(TextSpan Span, ImmutableArray<string> By, ImmutableArray<BoundAggregate> Functions, BucketSpan? TimeSpan, string? FillNull)
    : PlanStage(Span)
{
    /// <summary>Whether a by-column that holds one value several times puts its row there once.</summary>
    public bool DistinctBy { get; init; }

    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitAggregate(this);
}

/// <summary>One aggregate.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Name">A canonical name of the <see cref="Abstractions.Stages.AggregateCatalogue"/>.</param>
/// <param name="Argument">What it aggregates; null for a bare <c>count</c>. A condition is bound as a value that is absent unless it is true.</param>
/// <param name="Column">The output column.</param>
/// <param name="Percentile">The N of percN, or null.</param>
public sealed record BoundAggregate(TextSpan Span, string Name, BoundExpression? Argument, string Column, double? Percentile) : PlanNode(Span)
{
    /// <summary>Instead of an argument: a pattern of columns whose names are not known before the run; then <see cref="Column"/> is a pattern too.</summary>
    public string? Pattern { get; init; }

    /// <summary>Of a sparkline: the canonical name of what it shows of each bucket of time.</summary>
    public string? Of { get; init; }

    /// <summary>Of a sparkline: how wide its buckets are, or null.</summary>
    public BucketSpan? Width { get; init; }

    /// <summary>Whether the result is absent unless every value is a number.</summary>
    public bool AllNumbers { get; init; }
}
