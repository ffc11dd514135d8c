using System.Collections.Immutable;
using System.Text.Json.Nodes;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Stages;

namespace DetectionKit.Language.Plan.Writing;

/// <summary>Stages as JSON.</summary>
internal sealed class StageDescriber : StageVisitor<JsonObject>
{
    public static StageDescriber Instance { get; } = new();

    public override JsonObject VisitFilter(FilterStage stage) => Described.As("search", ("predicate", stage.Predicate.Accept(PredicateDescriber.Instance)));

    public override JsonObject VisitWhere(WhereStage stage) => Described.As("where", ("condition", stage.Condition.Accept(ExpressionDescriber.Instance)));

    public override JsonObject VisitEval(EvalStage stage) => Described.As("eval", ("of", Described.List(stage.Assignments.Select(assignment =>
        Described.As("set", ("column", assignment.Column), ("to", assignment.Expression.Accept(ExpressionDescriber.Instance)))))));

    public override JsonObject VisitAggregate(AggregateStage stage) => Described.As(
        "aggregate",
        ("by", Described.Texts(stage.By)),
        ("timespan", stage.TimeSpan is { } span ? SpecDescriber.Of("bucketspan", span) : null),
        ("fillnull", stage.FillNull),
        ("distinctby", Flag(stage.DistinctBy)),
        ("of", Functions(stage.Functions)));

    public override JsonObject VisitRename(RenameStage stage) => Described.As("rename", ("of", Described.List(stage.Pairs.Select(pair =>
        Described.As("pair", ("from", pair.From), ("to", pair.To))))));

    public override JsonObject VisitConvert(ConvertStage stage) => Described.As(
        "convert",
        ("timeformat", stage.TimeFormat),
        ("of", Described.List(stage.Conversions.Select(conversion => Described.As(conversion.Function, ("pattern", conversion.Pattern), ("as", conversion.As))))));

    public override JsonObject VisitFields(FieldsStage stage) => Described.As(stage.Remove ? "remove" : "keep", ("patterns", Described.Texts(stage.Patterns)));

    public override JsonObject VisitTable(TableStage stage) => Described.As("table", ("patterns", Described.Texts(stage.Patterns)));

    public override JsonObject VisitSort(SortStage stage) => Described.As("sort", ("limit", stage.Limit), ("of", Keys(stage.Keys)));

    public override JsonObject VisitDedup(DedupStage stage) => Described.As(
        "dedup",
        ("columns", Described.Texts(stage.Spec.Columns)),
        ("keep", stage.Spec.Keep),
        ("keepevents", Flag(stage.Spec.KeepEvents)),
        ("keepempty", Flag(stage.Spec.KeepEmpty)),
        ("consecutive", Flag(stage.Spec.Consecutive)),
        ("sortby", stage.Spec.SortBy.IsEmpty ? null : Keys(stage.Spec.SortBy)));

    public override JsonObject VisitFillNull(FillNullStage stage) =>
        Described.As("fillnull", ("value", Described.Of(stage.Fill)), ("columns", Described.Texts(stage.Columns)));

    public override JsonObject VisitLookup(LookupStage stage) => Described.As(
        "lookup",
        ("table", stage.Spec.Table),
        ("in", Fields(stage.Spec.Inputs)),
        ("out", Fields(stage.Spec.Outputs)),
        ("keepexisting", Flag(stage.Spec.KeepExisting)));

    public override JsonObject VisitHead(HeadStage stage) => Described.As(
        "head", ("limit", stage.Limit), ("keeplast", Flag(stage.KeepLast)), ("condition", stage.While?.Accept(ExpressionDescriber.Instance)));

    public override JsonObject VisitTail(TailStage stage) => Described.As("tail", ("limit", stage.Limit));

    public override JsonObject VisitReverse(ReverseStage stage) => Described.As("reverse");

    public override JsonObject VisitMvExpand(MvExpandStage stage) => Described.As("mvexpand", ("column", stage.Column), ("limit", stage.Limit));

    public override JsonObject VisitRegex(RegexStage stage) =>
        Described.As("regex", ("column", stage.Column), ("op", stage.Negate ? "!=" : "="), ("expression", stage.Expression));

    public override JsonObject VisitEventStats(EventStatsStage stage) =>
        Described.As("eventstats", ("by", Described.Texts(stage.By)), ("of", Functions(stage.Functions)));

    public override JsonObject VisitSubsearch(SubsearchStage stage)
    {
        var described = Described.As("search", ("events", Flag(stage.OfEvents)), ("predicate", stage.Predicate.Accept(PredicateDescriber.Instance)));
        AddSubsearches(described, stage.Subsearches);
        return described;
    }

    public override JsonObject VisitTransaction(TransactionStage stage)
    {
        var described = SpecDescriber.Of("transaction", stage.Spec);
        described["startswith"] = Test(stage.StartsWith);
        described["endswith"] = Test(stage.EndsWith);
        return described;
    }

    private static JsonObject? Test(RowTest? test) => test?.Search?.Accept(PredicateDescriber.Instance) ?? test?.Eval?.Accept(ExpressionDescriber.Instance);

    public override JsonObject VisitForeach(ForeachStage stage) => Described.As(
        "foreach",
        ("mode", stage.Mode.ToString()),
        ("patterns", Described.Texts(stage.Patterns)),
        ("of", Described.List(stage.Assignments.Select(assignment =>
            Described.As("set", ("column", assignment.Column), ("to", assignment.Expression.Accept(ExpressionDescriber.Instance)))))));

    public override JsonObject VisitSpec(SpecStage stage)
    {
        var type = stage.Spec.GetType().Name;
        var described = SpecDescriber.Of(type[..^"Spec".Length].ToLowerInvariant(), stage.Spec, ("functions", "of", Functions(stage.Functions)));
        AddConditions(described, stage.Conditions);
        AddSubsearches(described, stage.Subsearches);
        return described;
    }

    private static void AddSubsearches(JsonObject described, ImmutableArray<PlanPipeline> subsearches)
    {
        if (!subsearches.IsEmpty)
            described["subsearches"] = Described.List(subsearches.Select(Subsearch));
    }

    private static JsonObject Subsearch(PlanPipeline pipeline) => Described.As(
        "subsearch",
        ("source", pipeline.Source.Accept(SourceDescriber.Instance)),
        ("stages", Described.List(pipeline.Stages.Select(stage => stage.Accept(Instance)))));

    private static void AddConditions(JsonObject described, ImmutableArray<BoundCondition?> conditions)
    {
        if (conditions.Any(condition => condition is not null))
            described["conditions"] = Described.List(conditions.Select(condition => condition?.Accept(ExpressionDescriber.Instance)));
    }

    private static JsonArray Functions(IEnumerable<BoundAggregate> functions) => Described.List(functions.Select(function => Described.As(
        function.Name,
        ("percentile", function.Percentile),
        ("pattern", function.Pattern),
        ("allnumbers", Flag(function.AllNumbers)),
        ("of", function.Of),
        ("width", function.Width is { } width ? SpecDescriber.Of("span", width) : null),
        ("argument", function.Argument?.Accept(ExpressionDescriber.Instance)),
        ("as", function.Column))));

    private static JsonNode? Flag(bool set) => set ? true : null;

    private static JsonArray Fields(IEnumerable<LookupField> fields) =>
        Described.List(fields.Select(field => Described.As("field", ("table", field.TableColumn), ("row", field.RowColumn))));

    private static JsonArray Keys(IEnumerable<SortKey> keys) => Described.List(keys.Select(key => Described.As(
        "key", ("column", key.Column), ("descending", Flag(key.Descending)), ("comparison", key.Comparison.ToString()))));
}
