using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary><c>fields</c>: keeps or removes columns.</summary>
/// <param name="Span">The command.</param>
/// <param name="Patterns">Names or patterns with <c>*</c>.</param>
/// <param name="Remove">Whether they are removed.</param>
public sealed record FieldsStage(TextSpan Span, ImmutableArray<string> Patterns, bool Remove) : PlanStage(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitFields(this);
}
