using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary><c>fillnull</c>: puts a value where a column is absent.</summary>
/// <param name="Span">The command.</param>
/// <param name="Fill">The value.</param>
/// <param name="Columns">The columns; empty: every column that some row has.</param>
public sealed record FillNullStage(TextSpan Span, Value Fill, ImmutableArray<string> Columns) : PlanStage(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitFillNull(this);
}
