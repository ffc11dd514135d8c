using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary><c>dedup</c>: keeps the first rows of each combination of values.</summary>
/// <param name="Span">The command.</param>
/// <param name="Spec">What is the same and what stays.</param>
public sealed record DedupStage(TextSpan Span, DedupSpec Spec) : PlanStage(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitDedup(this);
}
