using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Stages;

/// <summary><c>transaction</c>: groups events that agree in columns and lie close in time.</summary>
/// <param name="Span">The command.</param>
/// <param name="Spec">What is done; its conditions are null and taken from the others.</param>
/// <param name="StartsWith">What the first event must be; null: anything.</param>
/// <param name="EndsWith">What the last event must be; null: anything.</param>
public sealed record TransactionStage(TextSpan Span, TransactionSpec Spec, RowTest? StartsWith, RowTest? EndsWith) : PlanStage(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(StageVisitor<T> visitor) => visitor.VisitTransaction(this);
}

/// <summary>A condition on a row in one of the two languages: exactly one of them is there.</summary>
/// <param name="Search">A search condition.</param>
/// <param name="Eval">An eval condition.</param>
public sealed record RowTest(BoundPredicate? Search, BoundCondition? Eval);
