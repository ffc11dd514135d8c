using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary><c>eventstats</c>: every row gets the aggregates of its group.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="By">The by-columns.</param>
/// <param name="Functions">The aggregates.</param>
public sealed record EventStatsStage(TextSpan Span, ImmutableArray<string> By, ImmutableArray<BoundAggregate> Functions) : PlanStage(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitEventStats(this);
}
