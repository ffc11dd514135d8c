using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary><c>rename</c>: gives columns other names, from left to right.</summary>
/// <param name="Span">The command.</param>
/// <param name="Pairs">The pairs in order.</param>
public sealed record RenameStage(TextSpan Span, ImmutableArray<RenamePair> Pairs) : PlanStage(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitRename(this);
}
