using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary><c>table</c>: exactly these columns in this order.</summary>
/// <param name="Span">The command.</param>
/// <param name="Patterns">Names or patterns with <c>*</c>.</param>
public sealed record TableStage(TextSpan Span, ImmutableArray<string> Patterns) : PlanStage(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitTable(this);
}
