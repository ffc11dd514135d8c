using System.Collections.Immutable;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Stages;

namespace DetectionKit.Language.Plan.Passes;

/// <summary>Simplifies what stages hold; null for a stage that changes nothing.</summary>
internal sealed class StageSimplifier : StageVisitor<PlanStage?>
{
    public static StageSimplifier Instance { get; } = new();

    public override PlanStage? VisitFilter(FilterStage stage) => stage.Predicate.Accept(PredicateSimplifier.Instance) switch
    {
        ConstantPredicate { Value: true } => null,
        var predicate => stage with { Predicate = predicate },
    };

    public override PlanStage? VisitWhere(WhereStage stage) => ExpressionFolder.Fold(stage.Condition) switch
    {
        ConstantCondition { Value: true } => null,
        var condition => stage with { Condition = condition },
    };

    public override PlanStage? VisitEval(EvalStage stage) => stage with
    {
        Assignments = [.. stage.Assignments.Select(assignment => assignment with { Expression = ExpressionFolder.Fold(assignment.Expression) })],
    };

    public override PlanStage? VisitAggregate(AggregateStage stage) => stage with { Functions = Fold(stage.Functions) };

    public override PlanStage? VisitRename(RenameStage stage) => stage;

    public override PlanStage? VisitConvert(ConvertStage stage) => stage;

    public override PlanStage? VisitFields(FieldsStage stage) => stage;

    public override PlanStage? VisitTable(TableStage stage) => stage;

    public override PlanStage? VisitSort(SortStage stage) => stage;

    public override PlanStage? VisitDedup(DedupStage stage) => stage;

    public override PlanStage? VisitFillNull(FillNullStage stage) => stage;

    public override PlanStage? VisitLookup(LookupStage stage) => stage;

    public override PlanStage? VisitHead(HeadStage stage) => stage.While is { } condition ? stage with { While = ExpressionFolder.Fold(condition) } : stage;

    public override PlanStage? VisitTail(TailStage stage) => stage;

    public override PlanStage? VisitReverse(ReverseStage stage) => stage;

    public override PlanStage? VisitMvExpand(MvExpandStage stage) => stage;

    public override PlanStage? VisitRegex(RegexStage stage) => stage;

    public override PlanStage? VisitEventStats(EventStatsStage stage) => stage with { Functions = Fold(stage.Functions) };

    public override PlanStage? VisitSubsearch(SubsearchStage stage) =>
        stage with { Predicate = stage.Predicate.Accept(PredicateSimplifier.Instance), Subsearches = [.. stage.Subsearches.Select(PlanSimplifier.Simplify)] };

    public override PlanStage? VisitTransaction(TransactionStage stage) => stage with { StartsWith = Simplify(stage.StartsWith), EndsWith = Simplify(stage.EndsWith) };

    public override PlanStage? VisitForeach(ForeachStage stage) => stage with
    {
        Assignments = [.. stage.Assignments.Select(assignment => assignment with { Expression = ExpressionFolder.Fold(assignment.Expression) })],
    };

    public override PlanStage? VisitSpec(SpecStage stage) =>
        stage with
        {
            Functions = Fold(stage.Functions),
            Conditions = [.. stage.Conditions.Select(condition => condition is null ? null : ExpressionFolder.Fold(condition))],
            Subsearches = [.. stage.Subsearches.Select(PlanSimplifier.Simplify)],
        };

    private static RowTest? Simplify(RowTest? test) => test is null
        ? null
        : new(test.Search?.Accept(PredicateSimplifier.Instance), test.Eval is { } condition ? ExpressionFolder.Fold(condition) : null);

    private static ImmutableArray<BoundAggregate> Fold(ImmutableArray<BoundAggregate> functions) =>
        [.. functions.Select(function => function.Argument is { } argument ? function with { Argument = ExpressionFolder.Fold(argument) } : function)];
}
