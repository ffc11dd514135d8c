using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Sources;

/// <summary>The rows of a lookup; a condition on them is a stage.</summary>
/// <param name="Span">The command.</param>
/// <param name="Lookup">The lookup's name.</param>
public sealed record LookupSource(TextSpan Span, string Lookup) : PlanSource(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(SourceVisitor<T> visitor) => visitor.VisitLookup(this);
}
