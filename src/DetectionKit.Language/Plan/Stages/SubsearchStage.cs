using System.Collections.Immutable;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary>A search condition with subsearches in it: keeps the rows for which it holds.</summary>
/// <param name="Span">The condition.</param>
/// <param name="Predicate">The condition; its fields are columns.</param>
/// <param name="Subsearches">The subsearches that its <see cref="SubsearchPredicate"/>s name.</param>
/// <param name="OfEvents">Whether it is part of the condition on what is read.</param>
public sealed record SubsearchStage(TextSpan Span, BoundPredicate Predicate, ImmutableArray<PlanPipeline> Subsearches, bool OfEvents) : PlanStage(Span)
{
    /// <summary>How many rows of a subsearch are taken (limits.conf, [subsearch] maxout).</summary>
    public const int Limit = 10_000;

    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitSubsearch(this);
}
