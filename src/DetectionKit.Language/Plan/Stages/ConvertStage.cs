using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary><c>convert</c>: conversions from left to right.</summary>
/// <param name="Span">The command.</param>
/// <param name="TimeFormat">strftime format of ctime and mktime.</param>
/// <param name="Conversions">The conversions in order.</param>
public sealed record ConvertStage(TextSpan Span, string TimeFormat, ImmutableArray<Conversion> Conversions) : PlanStage(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitConvert(this);
}
