using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary><c>sort</c>: orders the rows.</summary>
/// <param name="Span">The command.</param>
/// <param name="Keys">The keys, the first weighing most.</param>
/// <param name="Limit">How many rows are kept; 0: all.</param>
public sealed record SortStage(TextSpan Span, ImmutableArray<SortKey> Keys, int Limit) : PlanStage(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitSort(this);
}
