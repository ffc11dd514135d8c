using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Predicates;

/// <summary>What a subsearch found, read as a condition. Stands in the condition of a <see cref="Stages.SubsearchStage"/> alone.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Number">Which of the stage's subsearches.</param>
/// <param name="Columns">The columns that it compares; null: not known.</param>
public sealed record SubsearchPredicate(TextSpan Span, int Number, ImmutableArray<string>? Columns) : BoundPredicate(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(PredicateVisitor<T> visitor) => visitor.VisitSubsearch(this);
}
