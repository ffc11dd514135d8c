using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Lookups;
using DetectionKit.Engine.Stages;
using DetectionKit.Engine.Stages.Aggregate;

namespace DetectionKit.Engine.Running;

/// <summary>
/// One pipeline of a detector in one run. Where the first stage groups rows and order does not matter to it, events are grouped as they come
/// and none is kept; else the matched rows are kept until the end.
/// </summary>
internal sealed class PipelineState
{
    private readonly DetectorState _detector;
    private readonly RunOptions _options;
    private readonly Budget _budget;
    private readonly ContinuingRows _continuing = new();
    private List<Row> _kept = [];
    private Grouping? _grouping;

    // Fed by each flow once, as soon as it is identified: what is given early of rules that are fed then. The final rows are those of the other one.
    private Grouping? _ahead;
    private ToldFlows? _told;
    private readonly RunContext _open;
    private readonly bool _early;
    private readonly bool _isRepeated;
    private Row _scratch = new(16);
    private int _shown;

    public PipelineState(IPipeline pipeline, DetectorState detector, RunOptions options, Budget budget, bool isRepeated, bool isFedWhenIdentified)
    {
        Pipeline = pipeline;
        _detector = detector;
        _options = options;
        _budget = budget;
        _isRepeated = isRepeated;
        IsFedWhenIdentified = isFedWhenIdentified && options.Early;
        _open = new(default, options.Zone) { Watch = new() };
        if (isRepeated || pipeline.Source is not (SourceSpec.OfModel or SourceSpec.OfRaw) || pipeline.Source is not { Earliest: null, Latest: null })
            return;
        var grouped = pipeline.Stages is [AggregateSpec first, ..] && StageCatalogue.IsUnordered(first) ? first : null;
        _early = options.Early && (grouped is null ? pipeline.Stages : pipeline.Stages[1..]).All(StageCatalogue.IsRowByRow);
        if (grouped is not null)
            _grouping = new(grouped, options.Zone, budget, _early && !IsFedWhenIdentified);
        if (grouped is not null && _early && IsFedWhenIdentified)
            _ahead = new(grouped, options.Zone, new(options.Limits), early: true);
    }

    public IPipeline Pipeline { get; }

    public bool HasFailed => _detector.HasFailed;

    /// <summary>Whether a flow is fed to it once it is identified, before anything is known of what it comes to.</summary>
    public bool IsFedWhenIdentified { get; }

    public void Fail(Exception failure) => _detector.Fail(failure);

    /// <summary>An empty row for an event that matched, to fill and hand to <see cref="Take"/>.</summary>
    public Row RowFor(RowOrigin origin)
    {
        _scratch.Clear();
        _scratch.Origin = origin;
        return _scratch;
    }

    public void Take(Row row)
    {
        var flow = row.Origin.Flows?.Flows[0];
        if (flow is { WasTold: true } && IsPast(flow))
            return;
        if (flow is { IsContinuing: true })
        {
            TakeContinuing(row, flow.Uid);
            return;
        }

        if (_grouping is null)
            _continuing.Name(row);
        if (_ahead is not null && (flow is null || !_continuing.Knows(flow.Uid)))
            _ahead.Add(row, _open);
        if (_grouping is not null && _grouping.Add(row, _open))
            return;
        if (!_budget.TakeRow())
            return;
        _kept.Add(row);
        _scratch = new(row.Columns.Count);
    }

    /// <summary>Takes back what a flow that goes on has led to: its next report stands in that place.</summary>
    /// <param name="flow">The flow's uid.</param>
    /// <param name="isEnd">Whether this is the flow's end.</param>
    public void Replace(string flow, bool isEnd)
    {
        if (isEnd)
            _continuing.End(flow);
        if (_continuing.Remove(flow))
            _budget.ReturnRow();
    }

    /// <summary>What comes out behind the last stage. Asked when every event has come; once, but for the search of a map.</summary>
    /// <param name="given">The rows of a pipeline that works on another's.</param>
    /// <param name="context">The run.</param>
    public IEnumerable<Row> Rows(IEnumerable<Row> given, StageContext context)
    {
        var rows = SourceRows(given, context);
        if (_grouping is null)
            return StageCatalogue.Run(Pipeline.Stages, rows, context);
        foreach (var row in rows)
            _grouping.Add(row, context.Run);
        return StageCatalogue.Run(Pipeline.Stages[1..], _grouping.Rows(), context, grouped: true);
    }

    /// <summary>
    /// What comes out behind the last stage for what came since the last call, where that need not wait for the close. A group whose row
    /// was given is not given again.
    /// </summary>
    /// <param name="context">The run.</param>
    public IEnumerable<Row> EarlyRows(StageContext context)
    {
        if (!_early)
            return [];
        if (_ahead is { } ahead)
            return FedGroups(ahead, context);
        return _grouping is null ? EarlyEvents(context) : EarlyGroups(_grouping, context);
    }

    /// <summary>Goes on with what another state of the same pipeline, of another image, holds.</summary>
    /// <param name="other">The other one; it is empty afterwards.</param>
    public void Adopt(PipelineState other)
    {
        _kept.AddRange(other._kept);
        _shown = other._shown;
        _continuing.Adopt(other._continuing);
        other._kept.Clear();
        if (other._grouping is { } grouping)
            _grouping?.Adopt(grouping);
        if (other._ahead is { } ahead)
            _ahead?.Adopt(ahead);
    }

    /// <summary>Tells from now on which flows it holds something of.</summary>
    /// <param name="told">Takes word of them.</param>
    public void Report(ToldFlows told)
    {
        _told = told;
        foreach (var flow in _continuing.Flows)
            told.Add(flow, this);
    }

    /// <summary>Forgets flows that ended before the last call.</summary>
    public void ForgetEnded() => _continuing.ForgetEnded();

    /// <summary>Gives up what is held. The pipeline is not asked any more.</summary>
    public void Release()
    {
        _kept = [];
        _grouping = _ahead = null;
    }

    // The end of a flow without a packet in this window, of which this rule was told in an earlier one: there it counts.
    private bool IsPast(FlowReference flow) =>
        IsFedWhenIdentified && flow.End < _options.WindowStart && flow.Start >= _options.RulesSince && !_continuing.Knows(flow.Uid);

    private void TakeContinuing(Row row, string flow)
    {
        if (!_budget.TakeRow())
            return;
        if (_ahead is not null && !_continuing.IsSame(row))
            _ahead.Add(row, _open);
        _told?.Add(flow, this);
        if (!_continuing.Put(row))
            _budget.ReturnRow();
        _scratch = new(row.Columns.Count);
    }

    private List<Row> EarlyEvents(StageContext context)
    {
        List<Row> fresh = [.. _kept.Skip(_shown).Select(row => row.Copy()), .. _continuing.Fresh()];
        _shown = _kept.Count;
        List<Row> rows = [.. StageCatalogue.Run(Pipeline.Stages, fresh.Where(row => !_continuing.IsGiven(row)), context)];
        rows.ForEach(_continuing.Give);
        return rows;
    }

    // Flows that go on are in no group yet: what they come to by themselves is tried beside the groups, until one of these has its row.
    private List<Row> EarlyGroups(Grouping grouping, StageContext context)
    {
        var rows = FedGroups(grouping, context);
        if (_continuing.Changed() is not { Count: > 0 } continuing)
            return rows;
        var beside = new Grouping((AggregateSpec)Pipeline.Stages[0], _options.Zone, new(_options.Limits));
        foreach (var row in continuing)
            beside.Add(row, _open);
        List<Row> more = [.. StageCatalogue.Run(Pipeline.Stages[1..], beside.Rows().Where(row => !grouping.IsSettled(row.Origin.Key!)), context, grouped: true)];
        Settle(grouping, more);
        return [.. rows, .. more];
    }

    private List<Row> FedGroups(Grouping grouping, StageContext context)
    {
        List<Row> rows = [.. StageCatalogue.Run(Pipeline.Stages[1..], grouping.FedRows(), context)];
        Settle(grouping, rows);
        return rows;
    }

    private static void Settle(Grouping grouping, List<Row> rows)
    {
        foreach (var row in rows)
        {
            if (row.Origin.Key is { } key)
                grouping.Settle(key);
        }
    }

    private IEnumerable<Row> SourceRows(IEnumerable<Row> given, StageContext context)
    {
        var now = context.Run.Now;
        switch (Pipeline.Source)
        {
            case SourceSpec.OfGiven:
                return given;
            case SourceSpec.OfLookup source:
                return context.Lookups.Find(source.Lookup) is { } table ? table.Rows.Select(cells => LookupRows.Of(table, cells)) : [];
            case SourceSpec.OfNothing source:
                return Enumerable.Range(0, source.Count).TakeWhile(_ => _budget.TakeRow()).Select(_ => Made(now));
        }

        var bounds = TimeBounds.Of(Pipeline.Source, now, _options.Zone);
        _kept.AddRange(_continuing.Drain());
        _kept.Sort((a, b) => RowOrigin.Compare(b.Origin, a.Origin));
        var inside = _kept.Where(row => bounds.Contain(row.Origin.Newest ?? now));
        return _isRepeated ? inside.Select(row => row.Copy()) : inside;
    }

    private static Row Made(Timestamp now)
    {
        var row = new Row(4);
        row["_time"] = Value.Of(now);
        return row;
    }
}
