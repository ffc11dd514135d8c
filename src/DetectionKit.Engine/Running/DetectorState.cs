using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Stages;
using DetectionKit.Engine.Stages.Aggregate;

namespace DetectionKit.Engine.Running;

/// <summary>
/// One detector in one run. Where the first stage groups rows and order does not matter to it, events are grouped as they come and
/// none is kept; else the matched rows are kept until the end.
/// </summary>
internal sealed class DetectorState
{
    private readonly RunOptions _options;
    private readonly Budget _budget;
    private readonly List<Row> _kept = [];
    private readonly Grouping? _grouping;
    private readonly RunContext _open;
    private Row _scratch = new(16);
    private Exception? _failure;

    public DetectorState(IDetector detector, RunOptions options)
    {
        Detector = detector;
        _options = options;
        _budget = new(options.Limits);
        _open = new(default, options.Zone) { Watch = new() };
        if (detector.Source is { Earliest: null, Latest: null } and not SourceSpec.OfLookup
            && detector.Stages is [AggregateSpec first, ..] && !Grouping.OrderMatters(first))
        {
            _grouping = new(first, options.Zone, _budget);
        }
    }

    public IDetector Detector { get; }

    public bool HasFailed => _failure is not null;

    public void Fail(Exception failure) => _failure ??= failure;

    /// <summary>An empty row for an event that matched, to fill and hand to <see cref="Take"/>.</summary>
    public Row RowFor(RowOrigin origin)
    {
        _scratch.Clear();
        _scratch.Origin = origin;
        return _scratch;
    }

    public void Take(Row row)
    {
        if (_grouping is not null && _grouping.Add(row, _open))
            return;
        if (!_budget.TakeRow())
            return;
        _kept.Add(row);
        _scratch = new(row.Columns.Count);
    }

    public void Finish(Timestamp now, ImmutableArray<ResultRow>.Builder rows, ImmutableArray<RunNotice>.Builder notices)
    {
        if (!HasFailed)
        {
            try
            {
                AddResults(FinalRows(now), now, rows);
            }
            catch (Exception e)
            {
                Fail(e);
            }
        }

        if (_failure is { } failure)
            notices.Add(new(Detector.Info, RunNoticeKind.Failed, $"set aside: {failure.GetType().Name}: {failure.Message}"));
        foreach (var message in _budget.Shortfalls())
            notices.Add(new(Detector.Info, RunNoticeKind.LimitReached, message));
    }

    private List<Row> FinalRows(Timestamp now)
    {
        var context = new StageContext(new RunContext(now, _options.Zone), _options.Lookups, _budget);
        var rows = SourceRows(now);
        var stages = Detector.Stages;
        if (_grouping is not null)
        {
            foreach (var row in rows)
                _grouping.Add(row, context.Run);
            rows = _grouping.Rows();
            stages = stages[1..];
        }

        return [.. StageCatalogue.Run(stages, rows, context)];
    }

    private IEnumerable<Row> SourceRows(Timestamp now)
    {
        if (Detector.Source is SourceSpec.OfLookup source)
            return _options.Lookups.Find(source.Lookup) is { } table ? table.Rows.Select(cells => RowOf(table, cells)) : [];
        var bounds = TimeBounds.Of(Detector.Source, now, _options.Zone);
        _kept.Sort((a, b) => RowOrigin.Compare(b.Origin, a.Origin));
        return _kept.Where(row => bounds.Contain(row.Origin.Newest ?? now));
    }

    private static Row RowOf(LookupTable table, ImmutableArray<string> cells)
    {
        var row = new Row(cells.Length);
        for (var i = 0; i < cells.Length; i++)
            row[table.Columns[i]] = cells[i].Length == 0 ? Value.Null : Value.Of(cells[i]);
        return row;
    }

    private void AddResults(List<Row> final, Timestamp now, ImmutableArray<ResultRow>.Builder rows)
    {
        var ids = new AlertIds(Detector.Info.Id, _options.WindowStart);
        foreach (var row in final)
            rows.Add(new(Detector.Info, ids.Of(row), row.Origin.Newest ?? now, row));
    }
}
