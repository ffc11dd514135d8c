using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary><c>tail</c>: the last rows, the very last first.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Limit">How many.</param>
public sealed record TailStage(TextSpan Span, int Limit) : PlanStage(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitTail(this);
}
