using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Sources;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>A whole plan over a list of events: each event becomes a row of all its fields, whatever the plan says it needs.</summary>
/// <param name="events">Model events and raw events in the order in which they came.</param>
/// <param name="tables">The tables.</param>
internal sealed class ReferenceRun(IReadOnlyList<object> events, IReadOnlyDictionary<string, LookupTable> tables) : SourceVisitor<List<Row>>
{
    private readonly Dictionary<string, LookupTable> _lookups = new(tables, StringComparer.Ordinal);

    private static readonly string[] Standard = ["_time", "host", "source", "sourcetype", "_raw"];

    private readonly RunContext _run = new(events.Select(TimeOf).Append(default).Max(), TimeZoneInfo.Utc);

    public IReadOnlyList<Row> Rows(DetectionPlan plan) => Rows(new PlanPipeline(plan.Source, plan.Stages, plan.Schema), [], _run);

    private IReadOnlyList<Row> Rows(PlanPipeline pipeline, IReadOnlyList<Row> given, RunContext run)
    {
        var rows = pipeline.Source is GivenSource
            ? given
            : [.. pipeline.Source.Accept(this).Where(row => IsInside(pipeline.Source, row.Origin.Newest ?? _run.Now)).OrderByDescending(row => row.Origin, Comparer<RowOrigin>.Create((a, b) => RowOrigin.Compare(a, b)))];
        return ReferenceStages.Run(pipeline.Stages, rows, run, _lookups, Rows);
    }

    /// <summary>A row's time: that of its newest event.</summary>
    public Timestamp TimeOf(Row row) => row.Origin.Newest ?? _run.Now;

    public override List<Row> VisitModel(ModelSource source) => Source<ModelEvent>(source.Filter, e => source.Model.EventType == e.GetType(), Read, e =>
    {
        var row = new Row();
        foreach (var field in source.Fields)
            row[field.Column] = Read(e, field.Field);
        return row;
    });

    public override List<Row> VisitRaw(RawSource source) => Source<RawEvent>(source.Filter, _ => true, (e, name) => e[name], e =>
    {
        var row = new Row();
        row["_time"] = Value.Of(e.Time);
        foreach (var (name, value) in e.Fields)
            row[name] = value;
        foreach (var name in Standard)
        {
            if (!row.Has(name) && !e[name].IsNull)
                row[name] = e[name];
        }

        return row;
    });

    public override List<Row> VisitLookup(LookupSource source) => _lookups.TryGetValue(source.Lookup, out var table)
        ? [.. table.Rows.Select(cells =>
        {
            var row = new Row();
            foreach (var (column, cell) in table.Columns.Zip(cells))
                row[column] = cell.Length == 0 ? Value.Null : Value.Of(cell);
            return row;
        })]
        : [];

    public override List<Row> VisitGiven(GivenSource source) => throw new InvalidOperationException("the stage around it gives the rows");

    public override List<Row> VisitNothing(NothingSource source) => [.. Enumerable.Range(0, source.Count).Select(_ =>
    {
        var row = new Row();
        row["_time"] = Value.Of(_run.Now);
        return row;
    })];

    private static Timestamp TimeOf(object e) => e switch { ModelEvent model => model.Time, RawEvent raw => raw.Time, _ => default };

    private static Value Read(ModelEvent e, string field) => field switch
    {
        "_time" => Value.Of(e.Time),
        "host" => Value.Of(e.Host),
        "source" => Value.Of(e.Source),
        "sourcetype" => Value.Of(e.SourceType),
        _ => ModelCatalogue.All.Where(model => model.EventType == e.GetType()).Select(model => model.Find(field)).FirstOrDefault(found => found is not null) is { } known
            ? (Value)((Delegate)known.GetType().GetProperty("Read")!.GetValue(known)!).DynamicInvoke(e)!
            : Value.Null,
    };

    private static string[] Texts(Value value) => [.. value.Items.Select(item => item.ToText())];

    private static IReadOnlyList<string> Everything(object e) => e switch
    {
        RawEvent { Text: { } text } => [text],
        RawEvent raw => [.. raw.Fields.SelectMany(field => Texts(field.Value))],
        _ => [],
    };

    private List<Row> Source<TEvent>(BoundPredicate filter, Func<TEvent, bool> isRead, Func<TEvent, string, Value> read, Func<TEvent, Row> rowOf)
    {
        var rows = new List<Row>();
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i] is not TEvent e || !isRead(e) || !filter.Accept(new ReferencePredicates(field => Texts(read(e, field.Name)), Everything(e))))
                continue;
            var row = rowOf(e);
            row.Origin = new RowOrigin(TimeOf((object)e), 0, i);
            foreach (var absent in row.Columns.Where(column => column.Value.IsNull).Select(column => column.Key).ToList())
                row.Remove(absent);
            rows.Add(row);
        }

        return rows;
    }

    private bool IsInside(PlanSource source, Timestamp time)
    {
        var (from, to) = (Bound(source.Earliest), Bound(source.Latest));
        return !(time < from) && (to is null || source.Latest is "now" || time < to);
    }

    private Timestamp? Bound(string? text) => text is null ? null
        : ReferenceNumbers.Read(text) is { } seconds ? Timestamp.FromSeconds((double)seconds)
        : TimeBound.Of(text).Apply(_run.Now, _run.Zone);
}
