using System.Collections.Immutable;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding.Events;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Plan.Stages;

namespace DetectionKit.Language.Binding.Columns;

/// <summary>
/// Finds which columns of its raw events a plan reads, from the last stage to the first: an aggregation or a table says what it needs, every
/// stage before adds what it reads itself. Without such a stage all columns are results.
/// </summary>
internal sealed class ColumnUse : StageVisitor<ImmutableSortedSet<string>?>
{
    private ImmutableSortedSet<string>? _needed;

    /// <summary>Says of each source of a plan which columns its stages read, where they are known, and of raw events which source types can match.</summary>
    public static DetectionPlan Narrow(DetectionPlan plan)
    {
        var pipeline = Narrow(new PlanPipeline(plan.Source, plan.Stages, plan.Schema));
        return plan with { Source = pipeline.Source, Stages = pipeline.Stages };
    }

    private static PlanPipeline Narrow(PlanPipeline pipeline)
    {
        var source = Narrow(pipeline.Source, pipeline.Stages);
        ImmutableArray<PlanStage> stages = [.. pipeline.Stages.Select(Narrow)];
        return pipeline with { Source = source, Stages = source is RawSource { Columns: null } ? DateColumns.Filled(source.Span, stages, Reads) : stages };
    }

    private static ImmutableSortedSet<string>? Reads(PlanStage stage) => stage.Accept(new ColumnUse { _needed = ImmutableSortedSet.Create<string>(StringComparer.Ordinal) });

    private static PlanStage Narrow(PlanStage stage) => stage switch
    {
        SpecStage outer => outer with { Subsearches = [.. outer.Subsearches.Select(Narrow)] },
        SubsearchStage outer => outer with { Subsearches = [.. outer.Subsearches.Select(Narrow)] },
        _ => stage,
    };

    private static PlanSource Narrow(PlanSource source, ImmutableArray<PlanStage> stages)
    {
        var use = new ColumnUse();
        foreach (var stage in stages.Reverse())
            use._needed = stage.Accept(use);
        if (source is ModelSource model && use._needed is { } read)
            return model with { Fields = model.Fields.RemoveAll(field => !read.Contains(field.Column)) };
        if (source is not RawSource raw)
            return source;
        return raw with { Columns = use._needed is { } needed ? [.. needed] : null, SourceTypes = SourceTypes.Of(raw.Filter) };
    }

    public override ImmutableSortedSet<string>? VisitAggregate(AggregateStage stage) => HasPattern(stage.Functions) ? null : Set(Reads(stage.By, stage.Functions));

    public override ImmutableSortedSet<string>? VisitTable(TableStage stage) => HasPattern(stage.Patterns) ? _needed : Set(stage.Patterns);

    public override ImmutableSortedSet<string>? VisitFields(FieldsStage stage)
    {
        if (stage.Remove)
            return _needed;
        if (HasPattern(stage.Patterns))
            return null;
        return Set([.. stage.Patterns, "_time", "_raw"]);
    }

    public override ImmutableSortedSet<string>? VisitFilter(FilterStage stage) =>
        ColumnReads.Of(stage.Predicate) is { } read ? Add(read) : null;

    public override ImmutableSortedSet<string>? VisitSubsearch(SubsearchStage stage) =>
        ColumnReads.Of(stage.Predicate) is { } read ? Add(read) : null;

    // What a transaction does not read it merges all the same.
    public override ImmutableSortedSet<string>? VisitTransaction(TransactionStage stage)
    {
        foreach (var test in (RowTest?[])[stage.StartsWith, stage.EndsWith])
        {
            var read = test?.Search is { } predicate ? ColumnReads.Of(predicate) : test?.Eval is { } condition ? ColumnReads.Of(condition) : [];
            _needed = read is null ? null : Add(read);
        }

        return Add([.. stage.Spec.Columns, "_time"]);
    }

    public override ImmutableSortedSet<string>? VisitForeach(ForeachStage stage) => null;

    public override ImmutableSortedSet<string>? VisitWhere(WhereStage stage) => Add(ColumnReads.Of(stage.Condition));

    public override ImmutableSortedSet<string>? VisitEval(EvalStage stage)
    {
        foreach (var assignment in stage.Assignments.Reverse())
        {
            _needed = _needed?.Remove(assignment.Column);
            _needed = Add([.. ColumnReads.Of(assignment.Expression), .. ColumnTemplate.ColumnsOf(assignment.Column)]);
        }

        return _needed;
    }

    public override ImmutableSortedSet<string>? VisitRename(RenameStage stage)
    {
        foreach (var pair in stage.Pairs.Reverse())
        {
            if (pair.From.Contains('*', StringComparison.Ordinal))
                return null;
            if (_needed?.Contains(pair.To) == true)
                _needed = _needed.Remove(pair.To).Add(pair.From);
        }

        return _needed;
    }

    public override ImmutableSortedSet<string>? VisitConvert(ConvertStage stage) =>
        stage.Conversions.Any(conversion => conversion.Pattern.Contains('*', StringComparison.Ordinal))
            ? null
            : Add(stage.Conversions.Select(conversion => conversion.Pattern));

    public override ImmutableSortedSet<string>? VisitSort(SortStage stage) => Add(stage.Keys.Select(key => key.Column));

    public override ImmutableSortedSet<string>? VisitDedup(DedupStage stage) =>
        Add(stage.Spec.Columns.Concat(stage.Spec.SortBy.Select(key => key.Column)));

    public override ImmutableSortedSet<string>? VisitFillNull(FillNullStage stage) => stage.Columns.IsEmpty ? null : _needed;

    public override ImmutableSortedSet<string>? VisitLookup(LookupStage stage) => Add(stage.GoesByTime
        ? stage.Spec.Inputs.Select(input => input.RowColumn).Append("_time")
        : stage.Spec.Inputs.Select(input => input.RowColumn));

    public override ImmutableSortedSet<string>? VisitHead(HeadStage stage) => stage.While is { } condition ? Add(ColumnReads.Of(condition)) : _needed;

    public override ImmutableSortedSet<string>? VisitTail(TailStage stage) => _needed;

    public override ImmutableSortedSet<string>? VisitReverse(ReverseStage stage) => _needed;

    public override ImmutableSortedSet<string>? VisitMvExpand(MvExpandStage stage) => Add([stage.Column]);

    public override ImmutableSortedSet<string>? VisitRegex(RegexStage stage) => Add([stage.Column]);

    // A row whose group is missing keeps what it had under the aggregate's name: nothing is taken away.
    public override ImmutableSortedSet<string>? VisitEventStats(EventStatsStage stage) => HasPattern(stage.Functions) ? null : Add(Reads(stage.By, stage.Functions));

    public override ImmutableSortedSet<string>? VisitSpec(SpecStage stage)
    {
        if (stage.Use.Reads is not { } reads || HasPattern(stage.Functions))
            return null;
        var all = reads.Concat(Reads([], stage.Functions)).Concat(stage.Conditions.OfType<BoundCondition>().SelectMany(ColumnReads.Of));
        return stage.Use.PassesOthers ? Add(all) : Set(all);
    }

    private static IEnumerable<string> Reads(ImmutableArray<string> by, ImmutableArray<BoundAggregate> functions) =>
    [
        .. by,
        .. functions.SelectMany(function => function.Argument is { } argument ? ColumnReads.Of(argument) : []),
        .. functions.Any(function => AggregateCatalogue.Timed.Contains(function.Name)) ? (string[])["_time"] : [],
    ];

    private static bool HasPattern(ImmutableArray<BoundAggregate> functions) => functions.Any(function => function.Pattern is not null);

    private static bool HasPattern(ImmutableArray<string> patterns) => patterns.Any(pattern => pattern.Contains('*', StringComparison.Ordinal));

    private static ImmutableSortedSet<string> Set(IEnumerable<string> columns) => ImmutableSortedSet.CreateRange(StringComparer.Ordinal, columns);

    private ImmutableSortedSet<string>? Add(IEnumerable<string> columns) => _needed?.Union(columns);
}
