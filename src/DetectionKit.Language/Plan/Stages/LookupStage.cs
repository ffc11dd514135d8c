using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary><c>lookup</c>: adds the columns of a table's rows that match.</summary>
/// <param name="Span">The command.</param>
/// <param name="Spec">The table, what must match, what is added.</param>
/// <param name="GoesByTime">Whether the table's rows hold from a time on, so that the row's <c>_time</c> is read.</param>
public sealed record LookupStage(TextSpan Span, LookupSpec Spec, bool GoesByTime = false) : PlanStage(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitLookup(this);
}
