using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary><c>foreach</c>: assignments with templates, done once for each column or item.</summary>
/// <param name="Span">The command.</param>
/// <param name="Mode">What is gone through.</param>
/// <param name="Patterns">The columns, or the one column whose items are gone through.</param>
/// <param name="Assignments">The assignments in order; what they read under a name with templates, or with a double quote and a text with templates, is filled each time.</param>
/// <param name="Templates">Those names and texts.</param>
public sealed record ForeachStage(
    TextSpan Span, ForeachMode Mode, ImmutableArray<string> Patterns, ImmutableArray<BoundAssignment> Assignments, ImmutableArray<string> Templates) : PlanStage(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitForeach(this);
}
