using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary><c>search</c> after the first command: keeps the rows for which the search condition holds.</summary>
/// <param name="Span">The command.</param>
/// <param name="Predicate">The condition; its fields are columns.</param>
public sealed record FilterStage(TextSpan Span, BoundPredicate Predicate) : PlanStage(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitFilter(this);
}
