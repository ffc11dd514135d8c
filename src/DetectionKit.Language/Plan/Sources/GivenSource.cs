using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Sources;

/// <summary>The rows that the stage around a subsearch gives it.</summary>
/// <param name="Span">The command around it.</param>
public sealed record GivenSource(TextSpan Span) : PlanSource(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(SourceVisitor<T> visitor) => visitor.VisitGiven(this);
}
