using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Sources;

/// <summary>Rows made from nothing.</summary>
/// <param name="Span">The command.</param>
/// <param name="Count">How many; none where the first stage brings rows of its own.</param>
public sealed record NothingSource(TextSpan Span, int Count) : PlanSource(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(SourceVisitor<T> visitor) => visitor.VisitNothing(this);
}
