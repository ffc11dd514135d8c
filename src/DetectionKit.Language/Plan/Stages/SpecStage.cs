using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary>
/// A stage whose spec is plain data: names, numbers, texts, and no expression but its aggregates' arguments. No pass looks into it, so a command
/// that becomes one needs no method in any visitor.
/// </summary>
/// <param name="Span">The command.</param>
/// <param name="Spec">What is done; the aggregates in it are empty and taken from <paramref name="Functions"/>.</param>
/// <param name="Use">Which columns it reads and whether others pass through.</param>
/// <param name="Functions">The aggregates, where it has some.</param>
public sealed record SpecStage(TextSpan Span, StageSpec Spec, ColumnNeeds Use, ImmutableArray<BoundAggregate> Functions) : PlanStage(Span)
{
    /// <summary>A stage without aggregates.</summary>
    /// <param name="span">The command.</param>
    /// <param name="spec">What is done.</param>
    /// <param name="use">Which columns it reads and whether others pass through.</param>
    public SpecStage(TextSpan span, StageSpec spec, ColumnNeeds use)
        : this(span, spec, use, [])
    {
    }

    /// <summary>The conditions that the spec's predicates stand for, in their order; null: there is none.</summary>
    public ImmutableArray<BoundCondition?> Conditions { get; init; } = [];

    /// <summary>The subsearches whose rows it needs, in the order in which they stand in the rule.</summary>
    public ImmutableArray<PlanPipeline> Subsearches { get; init; } = [];

    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitSpec(this);
}

/// <summary>What a stage asks of the columns before it.</summary>
/// <param name="Reads">The columns that it reads, beside those of its aggregates; null: it may read any.</param>
/// <param name="PassesOthers">Whether columns that it does not read go through, so that a later stage can read them.</param>
public sealed record ColumnNeeds(ImmutableArray<string>? Reads, bool PassesOthers)
{
    /// <summary>Any column may be read.</summary>
    public static ColumnNeeds All { get; } = new(null, true);

    /// <summary>These are read, others go through.</summary>
    /// <param name="reads">The columns.</param>
    public static ColumnNeeds Of(params IEnumerable<string> reads) => new([.. reads], true);

    /// <summary>These are read, and nothing else is left behind the stage.</summary>
    /// <param name="reads">The columns.</param>
    public static ColumnNeeds Only(params IEnumerable<string> reads) => new([.. reads], false);
}
