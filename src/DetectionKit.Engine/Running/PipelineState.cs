using DetectionKit.Abstractions.Detectors;
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
    private readonly RunContext _open;
    private readonly bool _early;
    private readonly bool _isRepeated;
    private Row _scratch = new(16);
    private int _shown;

    public PipelineState(IPipeline pipeline, DetectorState detector, RunOptions options, Budget budget, bool isRepeated)
    {
        Pipeline = pipeline;
        _detector = detector;
        _options = options;
        _budget = budget;
        _isRepeated = isRepeated;
        _open = new(default, options.Zone) { Watch = new() };
        if (isRepeated || pipeline.Source is not (SourceSpec.OfModel or SourceSpec.OfRaw) || pipeline.Source is not { Earliest: null, Latest: null })
            return;
        var grouped = pipeline.Stages is [AggregateSpec first, ..] && StageCatalogue.IsUnordered(first) ? first : null;
        _early = options.Early && (grouped is null ? pipeline.Stages : pipeline.Stages[1..]).All(StageCatalogue.IsRowByRow);
        if (grouped is not null)
            _grouping = new(grouped, options.Zone, budget, _early);
    }

    public IPipeline Pipeline { get; }

    public bool HasFailed => _detector.HasFailed;

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
        if (ContinuingRows.Is(row))
        {
            TakeContinuing(row);
            return;
        }

        if (_grouping is null)
            _continuing.Name(row);
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
    }

    /// <summary>Forgets flows that ended before the last call.</summary>
    public void ForgetEnded() => _continuing.ForgetEnded();

    /// <summary>Gives up what is held. The pipeline is not asked any more.</summary>
    public void Release()
    {
        _kept = [];
        _grouping = null;
    }

    private void TakeContinuing(Row row)
    {
        if (!_budget.TakeRow())
            return;
        if (!_continuing.Put(row))
            _budget.ReturnRow();
        _scratch = new(row.Columns.Count);
    }

    private List<Row> EarlyEvents(StageContext context)
    {
        List<Row> fresh = [.. _kept.Skip(_shown).Select(row => row.Copy()), .. _continuing.Changed()];
        _shown = _kept.Count;
        List<Row> rows = [.. StageCatalogue.Run(Pipeline.Stages, fresh.Where(row => !_continuing.IsGiven(row)), context)];
        rows.ForEach(_continuing.Give);
        return rows;
    }

    // Flows that go on are in no group yet: what they come to by themselves is tried beside the groups, until one of these has its row.
    private List<Row> EarlyGroups(Grouping grouping, StageContext context)
    {
        List<Row> rows = [.. StageCatalogue.Run(Pipeline.Stages[1..], grouping.FedRows(), context)];
        Settle(grouping, rows);
        if (_continuing.Changed() is not { Count: > 0 } continuing)
            return rows;
        var beside = new Grouping((AggregateSpec)Pipeline.Stages[0], _options.Zone, new(_options.Limits));
        foreach (var row in continuing)
            beside.Add(row, _open);
        List<Row> more = [.. StageCatalogue.Run(Pipeline.Stages[1..], beside.Rows().Where(row => !grouping.IsSettled(row.Origin.Key!)), context, grouped: true)];
        Settle(grouping, more);
        return [.. rows, .. more];
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
