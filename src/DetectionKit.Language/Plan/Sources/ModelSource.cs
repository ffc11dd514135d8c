using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Models;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Sources;

/// <summary>Events of one dataset of a data model that pass a filter.</summary>
/// <param name="Span">The command.</param>
/// <param name="Model">The model and dataset.</param>
/// <param name="Filter">The condition on the typed event; its fields are model and event fields.</param>
/// <param name="Fields">The fields that the stages read and the columns that the first of them sees.</param>
/// <param name="Feed">When a flow's event is due: by the fields of filter and stages.</param>
public sealed record ModelSource(TextSpan Span, DataModel Model, BoundPredicate Filter, ImmutableArray<SourceField> Fields, FeedPoint Feed)
    : PlanSource(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(SourceVisitor<T> visitor) => visitor.VisitModel(this);
}
