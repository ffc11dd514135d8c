using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Compiler.Emit.Code;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Stages;

namespace DetectionKit.Compiler.Emit.Stages;

/// <summary>The constructor call of each stage's spec; what a stage computes becomes a method of the class.</summary>
/// <param name="methods">Writes those methods.</param>
/// <param name="classOf">Writes the class of a subsearch and says what it is called.</param>
internal sealed class StageText(RowMethods methods, Func<PlanPipeline, string> classOf) : StageVisitor<string>
{
    private int _number;

    /// <summary>The next stage's code.</summary>
    public string Next(PlanStage stage)
    {
        _number++;
        return stage.Accept(this);
    }

    /// <inheritdoc/>
    public override string VisitFilter(FilterStage stage) => $"new WhereSpec({methods.Predicate(Named("Search"), stage.Predicate)})";

    /// <inheritdoc/>
    public override string VisitWhere(WhereStage stage) => $"new WhereSpec({methods.Condition(Named("Where"), stage.Condition)})";

    /// <inheritdoc/>
    public override string VisitEval(EvalStage stage) => New("EvalSpec", List(stage.Assignments.Select(Assignment)));

    /// <inheritdoc/>
    public override string VisitAggregate(AggregateStage stage) => New(
        "AggregateSpec",
        "By: " + Literals.Of(stage.By),
        Argument("Functions", List(stage.Functions.Select(Aggregate))),
        "TimeSpan: " + SpecText.Code(stage.TimeSpan),
        "FillNull: " + Literals.OrNull(stage.FillNull) + (stage.DistinctBy ? ", DistinctBy: true" : ""));

    /// <inheritdoc/>
    public override string VisitRename(RenameStage stage) =>
        New("RenameSpec", List(stage.Pairs.Select(pair => $"new({Literals.Of(pair.From)}, {Literals.Of(pair.To)})")));

    /// <inheritdoc/>
    public override string VisitConvert(ConvertStage stage) => New(
        "ConvertSpec",
        "TimeFormat: " + Literals.Of(stage.TimeFormat),
        Argument("Conversions", List(stage.Conversions.Select(one => $"new({Literals.Of(one.Function)}, {Literals.Of(one.Pattern)}, {Literals.OrNull(one.As)})"))));

    /// <inheritdoc/>
    public override string VisitFields(FieldsStage stage) => $"new FieldsSpec({Literals.Of(stage.Patterns)}, Remove: {Literals.Of(stage.Remove)})";

    /// <inheritdoc/>
    public override string VisitTable(TableStage stage) => $"new TableSpec({Literals.Of(stage.Patterns)})";

    /// <inheritdoc/>
    public override string VisitSort(SortStage stage) => New("SortSpec", Argument("Keys", Keys(stage.Keys)), "Limit: " + Literals.Of(stage.Limit));

    /// <inheritdoc/>
    public override string VisitDedup(DedupStage stage) => New(
        "DedupSpec",
        "Columns: " + Literals.Of(stage.Spec.Columns),
        "Keep: " + Literals.Of(stage.Spec.Keep),
        "KeepEvents: " + Literals.Of(stage.Spec.KeepEvents),
        "KeepEmpty: " + Literals.Of(stage.Spec.KeepEmpty),
        "Consecutive: " + Literals.Of(stage.Spec.Consecutive),
        Argument("SortBy", Keys(stage.Spec.SortBy)));

    /// <inheritdoc/>
    public override string VisitFillNull(FillNullStage stage) => $"new FillNullSpec({Literals.Of(stage.Fill)}, {Literals.Of(stage.Columns)})";

    /// <inheritdoc/>
    public override string VisitLookup(LookupStage stage) => New(
        "LookupSpec",
        "Table: " + Literals.Of(stage.Spec.Table),
        Argument("Inputs", List(stage.Spec.Inputs.Select(Field))),
        Argument("Outputs", List(stage.Spec.Outputs.Select(Field))),
        "KeepExisting: " + Literals.Of(stage.Spec.KeepExisting));

    /// <inheritdoc/>
    public override string VisitHead(HeadStage stage) =>
        $"new HeadSpec({(stage.Limit is { } limit ? Literals.Of(limit) : "null")}, {(stage.While is { } condition ? methods.Condition(Named("Head"), condition) : "null")}, KeepLast: {Literals.Of(stage.KeepLast)})";

    /// <inheritdoc/>
    public override string VisitTail(TailStage stage) => $"new TailSpec({Literals.Of(stage.Limit)})";

    /// <inheritdoc/>
    public override string VisitReverse(ReverseStage stage) => "new ReverseSpec()";

    /// <inheritdoc/>
    public override string VisitMvExpand(MvExpandStage stage) => $"new MvExpandSpec({Literals.Of(stage.Column)}, Limit: {Literals.Of(stage.Limit)})";

    /// <inheritdoc/>
    public override string VisitRegex(RegexStage stage) =>
        $"new RegexSpec({Literals.Of(stage.Column)}, TextRegex.Of({Literals.Of(stage.Expression)}), Negate: {Literals.Of(stage.Negate)})";

    /// <inheritdoc/>
    public override string VisitEventStats(EventStatsStage stage) => New(
        "EventStatsSpec",
        "By: " + Literals.Of(stage.By),
        Argument("Functions", List(stage.Functions.Select(Aggregate))));

    /// <inheritdoc/>
    public override string VisitSubsearch(SubsearchStage stage) => With(New(
        "SubsearchSpec",
        methods.Predicate(Named("Search"), stage.Predicate),
        "OfEvents: " + Literals.Of(stage.OfEvents),
        "Limit: " + Literals.Of(SubsearchStage.Limit)), stage.Subsearches);

    /// <inheritdoc/>
    public override string VisitTransaction(TransactionStage stage) =>
        New("TransactionSpec", SpecText.Arguments(stage.Spec, "[]", Test("Starts", stage.StartsWith), Test("Ends", stage.EndsWith)));

    /// <inheritdoc/>
    public override string VisitForeach(ForeachStage stage) => New(
        "ForeachSpec",
        $"ForeachMode.{stage.Mode}",
        Literals.Of(stage.Patterns),
        Argument("Assignments", List(stage.Assignments.Select(Assignment))),
        "Templates: " + Literals.Of(stage.Templates));

    /// <inheritdoc/>
    public override string VisitSpec(SpecStage stage) =>
        With(New(stage.Spec.GetType().Name, SpecText.Arguments(stage.Spec, List(stage.Functions.Select(Aggregate)), [.. stage.Conditions.Select(Condition)])), stage.Subsearches);

    private string Condition(BoundCondition? condition) => condition is null ? "null" : methods.Condition(Named("Condition"), condition);

    private string Test(string stem, RowTest? test) =>
        test?.Search is { } predicate ? methods.Predicate(Named(stem), predicate)
        : test?.Eval is { } condition ? methods.Condition(Named(stem), condition)
        : "null";

    private string With(string spec, ImmutableArray<PlanPipeline> subsearches) => subsearches.IsEmpty
        ? spec
        : $"Pipelines.With({spec}, [{string.Join(", ", subsearches.Select(subsearch => $"new {classOf(subsearch)}()"))}])";

    private static string Field(LookupField field) => $"new({Literals.Of(field.TableColumn)}, {Literals.Of(field.RowColumn)})";

    private static string Keys(IEnumerable<SortKey> keys) => List(keys.Select(key =>
        $"new({Literals.Of(key.Column)}, Descending: {Literals.Of(key.Descending)}, SortComparison.{key.Comparison})"));

    private static string New(string type, params string[] arguments)
    {
        var oneLine = $"new {type}({string.Join(", ", arguments)})";
        var fits = oneLine.Length <= 120 && !oneLine.Contains('\n', StringComparison.Ordinal);
        return fits || arguments.Length == 1 ? oneLine : $"new {type}(\n{Indented(string.Join(",\n", arguments))})";
    }

    // One item a line where there are several, as a reviewer would have it.
    private static string List(IEnumerable<string> items)
    {
        string[] all = [.. items];
        return all.Length <= 1 && !all.Any(item => item.Contains('\n', StringComparison.Ordinal))
            ? $"[{string.Concat(all)}]"
            : $"[\n{Indented(string.Join(",\n", all))},\n]";
    }

    private static string Argument(string name, string list) =>
        list.Contains('\n', StringComparison.Ordinal) ? $"{name}:\n{list}" : $"{name}: {list}";

    private static string Indented(string lines) => "    " + lines.Replace("\n", "\n    ", StringComparison.Ordinal);

    private string Named(string stem) => stem + Literals.Of(_number);

    private string Assignment(BoundAssignment assignment) =>
        $"new({Literals.Of(assignment.Column)}, {Expression(Named("Eval") + " " + assignment.Column, assignment.Expression)})";

    private string Aggregate(BoundAggregate aggregate)
    {
        var argument = aggregate.Argument is null ? "null" : Expression(Named("Aggregate") + " " + aggregate.Column, aggregate.Argument);
        var percentile = aggregate.Percentile is { } percent ? ", Percentile: " + Literals.Of(percent) : "";
        var pattern = aggregate.Pattern is { } stars ? ", Pattern: " + Literals.Of(stars) : "";
        var numbers = aggregate.AllNumbers ? ", AllNumbers: true" : "";
        var spark = aggregate.Of is { } shown ? $", Of: {Literals.Of(shown)}, Span: {SpecText.Code(aggregate.Width)}" : "";
        return $"new({Literals.Of(aggregate.Name)}, {argument}, {Literals.Of(aggregate.Column)}{percentile}{pattern}{numbers}{spark})";
    }

    private string Expression(string words, BoundExpression expression) => expression is FieldExpression field
        ? $"Column.Of({Literals.Of(field.Field.Name)})"
        : methods.Expression(words, expression);
}
