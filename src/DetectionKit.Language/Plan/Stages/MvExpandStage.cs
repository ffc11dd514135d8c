using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary><c>mvexpand</c>: a row for each item of a multivalue column.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Column">The column.</param>
/// <param name="Limit">How many items of a row are used; 0: all.</param>
public sealed record MvExpandStage(TextSpan Span, string Column, int Limit) : PlanStage(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitMvExpand(this);
}
