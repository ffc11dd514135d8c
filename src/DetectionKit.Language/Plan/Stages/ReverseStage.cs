using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary><c>reverse</c>: the rows in the opposite order.</summary>
/// <param name="Span">Where it stands.</param>
public sealed record ReverseStage(TextSpan Span) : PlanStage(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitReverse(this);
}
