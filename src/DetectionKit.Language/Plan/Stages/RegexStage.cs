using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary><c>regex</c>: keeps the rows of which a value of the column matches, or those of which none does.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Column">The column.</param>
/// <param name="Expression">The regular expression, which can be read.</param>
/// <param name="Negate">Whether rows that match go.</param>
public sealed record RegexStage(TextSpan Span, string Column, string Expression, bool Negate) : PlanStage(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitRegex(this);
}
