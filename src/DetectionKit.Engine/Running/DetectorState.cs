using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Stages;

namespace DetectionKit.Engine.Running;

/// <summary>One detector in one run: its pipelines, which all see the same events, and what they may hold between them.</summary>
internal sealed class DetectorState
{
    private readonly RunOptions _options;
    private readonly Budget _budget;
    private readonly FrozenDictionary<IPipeline, PipelineState> _byPipeline;
    private Exception? _failure;

    public DetectorState(IDetector detector, RunOptions options)
    {
        Detector = detector;
        _options = options;
        _budget = new(options.Limits);
        Pipelines = [.. Abstractions.Detectors.Pipelines.All(detector).Select(pipeline => new PipelineState(pipeline, this, options, _budget))];
        _byPipeline = Pipelines.ToFrozenDictionary(state => state.Pipeline, (IEqualityComparer<IPipeline>)ReferenceEqualityComparer.Instance);
    }

    public IDetector Detector { get; }

    /// <summary>The detector itself as a pipeline, then its subsearches.</summary>
    public ImmutableArray<PipelineState> Pipelines { get; }

    public bool HasFailed => _failure is not null;

    public void Fail(Exception failure) => _failure ??= failure;

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
        StageContext context = null!;
        context = new(new RunContext(now, _options.Zone), _options.Lookups, _budget)
        {
            RowsOf = (pipeline, given) => _byPipeline[pipeline].Rows(given, context),
        };
        return [.. Pipelines[0].Rows([], context)];
    }

    private void AddResults(List<Row> final, Timestamp now, ImmutableArray<ResultRow>.Builder rows)
    {
        var ids = new AlertIds(Detector.Info.Id, _options.WindowStart);
        foreach (var row in final)
            rows.Add(new(Detector.Info, ids.Of(row), row.Origin.Newest ?? now, row));
    }
}
