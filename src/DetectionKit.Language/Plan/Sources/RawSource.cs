using System.Collections.Immutable;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Sources;

/// <summary>Raw events that pass a filter, the newest first.</summary>
/// <param name="Span">The command.</param>
/// <param name="Filter">The condition; its fields are raw fields.</param>
/// <param name="SourceTypes">The only source types that can match; empty: any.</param>
/// <param name="Columns">The columns that the stages read; null: all that an event has.</param>
public sealed record RawSource(TextSpan Span, BoundPredicate Filter, ImmutableArray<string> SourceTypes, ImmutableArray<string>? Columns) : PlanSource(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(SourceVisitor<T> visitor) => visitor.VisitRaw(this);
}
