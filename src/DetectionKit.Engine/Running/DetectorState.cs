using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Stages;

namespace DetectionKit.Engine.Running;

/// <summary>One detector in one run: its pipelines, which all see the same events, and what they may hold between them.</summary>
internal sealed class DetectorState
{
    private readonly RunOptions _options;
    private readonly Budget _budget;
    private readonly FrozenDictionary<IPipeline, PipelineState> _byPipeline;
    private readonly Dictionary<string, ResultRow> _shown = new(StringComparer.Ordinal);
    private readonly AlertIds _earlyIds;
    private readonly UndecidedTexts? _undecided;
    private Exception? _failure;
    private bool _isFailureTaken;

    /// <summary>A detector at the begin of a window, or, where its rule did not change, in the midst of one that another image of it began.</summary>
    public DetectorState(IDetector detector, RunOptions options, DetectorState? earlier = null)
    {
        Detector = detector;
        _options = options;
        _undecided = UndecidedTexts.Now(detector);
        _budget = earlier?._budget ?? new(options.Limits);
        _earlyIds = earlier?._earlyIds ?? new(detector.Info.Id, options.WindowStart);
        _shown = earlier?._shown ?? _shown;
        var repeated = Abstractions.Detectors.Pipelines.All(detector).SelectMany(pipeline => pipeline.Stages).OfType<MapSpec>()
            .SelectMany(stage => stage.Subsearches).SelectMany(Abstractions.Detectors.Pipelines.All).ToHashSet((IEqualityComparer<IPipeline>)ReferenceEqualityComparer.Instance);
        ImmutableArray<IPipeline> all = [.. Abstractions.Detectors.Pipelines.All(detector)];
        var isSettled = all.Where(IsOfFlows).All(pipeline => pipeline.Source is SourceSpec.OfModel { Feed: FeedPoint.Identified });
        Pipelines = [.. all.Select(pipeline => new PipelineState(pipeline, this, options, _budget, repeated.Contains(pipeline), isSettled && IsOfFlows(pipeline)))];
        _byPipeline = Pipelines.ToFrozenDictionary(state => state.Pipeline, (IEqualityComparer<IPipeline>)ReferenceEqualityComparer.Instance);
        for (var i = 0; i < Pipelines.Length && i < earlier?.Pipelines.Length; i++)
            Pipelines[i].Adopt(earlier.Pipelines[i]);
    }

    public IDetector Detector { get; }

    /// <summary>The detector itself as a pipeline, then its subsearches.</summary>
    public ImmutableArray<PipelineState> Pipelines { get; }

    public bool HasFailed => _failure is not null;

    /// <summary>Why it was set aside; null: it was not.</summary>
    public RunNotice? Failure => _failure is { } failure ? NoticeOf(failure) : null;

    /// <summary>Rows that were given before the window's end, by alert id.</summary>
    public IReadOnlyDictionary<string, ResultRow> Shown => _shown;

    public void Fail(Exception failure) => _failure ??= failure;

    /// <summary>Why it was set aside, the first time that it is asked; null: it was not, or that has been told.</summary>
    public Exception? TakeFailure()
    {
        if (_isFailureTaken)
            return null;
        _isFailureTaken = _failure is not null;
        return _failure;
    }

    public RunNotice NoticeOf(Exception failure) => new(Detector.Info, RunNoticeKind.Failed, $"set aside: {failure.GetType().Name}: {failure.Message}");

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

        foreach (var pipeline in Pipelines)
            pipeline.Release();
        if (Failure is { } failed)
            notices.Add(failed);
        foreach (var message in _budget.Shortfalls().Concat(UndecidedTexts.Since(_undecided, Detector)))
            notices.Add(new(Detector.Info, RunNoticeKind.LimitReached, message));
    }

    /// <summary>Adds the rows that hold already and were not given yet. A detector with subsearches waits for the close.</summary>
    public void Early(Timestamp now, ImmutableArray<ResultRow>.Builder rows)
    {
        foreach (var pipeline in Pipelines)
            pipeline.ForgetEnded();
        if (HasFailed || Pipelines.Length > 1)
            return;
        try
        {
            foreach (var row in Pipelines[0].EarlyRows(new(new RunContext(now, _options.Zone), _options.Lookups, _budget)))
            {
                if (!_budget.MayShow(_shown.Count))
                    continue;
                var result = new ResultRow(Detector.Info, _earlyIds.Of(row), row.Origin.Newest ?? now, row);
                if (_shown.TryAdd(result.AlertId, result))
                    rows.Add(result);
            }
        }
        catch (Exception e)
        {
            Fail(e);
        }
    }

    private static bool IsOfFlows(IPipeline pipeline) => pipeline.Source is SourceSpec.OfModel source && string.Equals(source.Model, NetworkTraffic.Model.Name, StringComparison.Ordinal);

    private List<Row> FinalRows(Timestamp now)
    {
        var context = new StageContext(new RunContext(now, _options.Zone), _options.Lookups.Writable(), _budget)
        {
            RowsOf = (pipeline, given, inner) => _byPipeline[pipeline].Rows(given, inner),
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
