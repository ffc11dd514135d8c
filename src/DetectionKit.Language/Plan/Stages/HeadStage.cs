using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary><c>head</c>: the first rows, as many as the limit, or as long as a condition is true.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Limit">How many; null: no limit.</param>
/// <param name="While">The condition; null: none.</param>
/// <param name="KeepLast">Whether the row that ends it is kept as well.</param>
public sealed record HeadStage(TextSpan Span, int? Limit, BoundCondition? While, bool KeepLast) : PlanStage(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitHead(this);
}
