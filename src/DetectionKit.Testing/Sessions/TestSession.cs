using System.Collections.Immutable;
using System.Diagnostics;
using DetectionKit.Testing.Bench;
using DetectionKit.Testing.Caching;
using DetectionKit.Testing.Datasets;
using DetectionKit.Testing.Judging;
using DetectionKit.Testing.Replay;
using DetectionKit.Testing.Reports;
using DetectionKit.Testing.Rules;
using DetectionKit.Testing.Snapshots;
using DetectionKit.Workspace;
using DetectionKit.Workspace.Checking;

namespace DetectionKit.Testing.Sessions;

/// <summary>`dk test`: checks the rules, runs them on every dataset, judges, and writes snapshots. May run again and again; then it stays warm.</summary>
public sealed class TestSession : IDisposable
{
    private readonly SessionOptions _options;
    private readonly DetectionWorkspace _workspace;
    private readonly IInputs _inputs;
    private readonly IResultCache _cache;
    private readonly DetectorHosts _hosts = new();

    /// <summary>A session; nothing is read yet.</summary>
    /// <param name="options">What is tested, and how.</param>
    /// <param name="inputs">Reads captures and logs.</param>
    /// <param name="staysWarm">Whether results are kept in memory for the next run.</param>
    public TestSession(SessionOptions options, IInputs inputs, bool staysWarm = false)
    {
        _options = options;
        _inputs = inputs;
        _workspace = DetectionWorkspace.Open(new WorkspaceOptions(options.Root) { ContentFolder = options.Content, UseCache = options.UseCache || staysWarm });
        IResultCache cache = options.UseCache ? new ResultCache(Path.Combine(_workspace.CacheFolder, "results"), EngineStamp.Current) : new NoCache();
        _cache = staysWarm ? new MemoryCache(cache) : cache;
    }

    /// <summary>Runs once.</summary>
    /// <param name="progress">Told how much is done.</param>
    /// <param name="cancellation">Ends it early; then no file is written.</param>
    public SessionResult Run(ISessionProgress? progress, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var check = _workspace.Check(_options.Paths, _options.Strict);
        var set = RuleSet.From(check, _hosts);
        var problems = new List<DatasetProblem>();
        var datasets = DatasetFinder.Find(_options.Root, problems);
        progress?.Begin(datasets.Length);
        var replayer = new DatasetReplayer(set.Lookups, _inputs);
        var run = new TestBench(replayer, _cache).Run(set.Rules, datasets, progress, cancellation);
        var attackData = new AttackDataBench(replayer, _options.AttackData).Run(set.Rules, cancellation);
        cancellation.ThrowIfCancellationRequested();

        var cases = ImmutableArray.CreateBuilder<TestCase>();
        cases.AddRange(set.Broken.Select(Describe));
        cases.AddRange(problems.Concat(run.Problems).Select(Describe));
        foreach (var rule in set.Rules)
            cases.AddRange(Judge(rule, run, datasets, attackData));
        cases.AddRange(Orphans.Find(_options.Root, _options.Paths.IsEmpty ? [_options.Content] : _options.Paths));
        var report = new TestReport([.. cases.OrderBy(one => one.File, StringComparer.Ordinal)], set.Rules.Length, datasets.Length, watch.Elapsed);
        return new SessionResult(check, report);
    }

    /// <summary>Reads every dataset ahead of the next run, so that a session that stays warm answers the first save as fast as the others.</summary>
    /// <param name="cancellation">Ends it early.</param>
    public void ReadAhead(CancellationToken cancellation)
    {
        var files = DatasetFinder.Find(_options.Root, []).SelectMany(dataset => dataset.Files).Where(file => File.Exists(file.FullPath));
        Parallel.ForEach(files, file => _inputs.Read(file.FullPath, file.Path, new EventTape(0), cancellation));
    }

    /// <inheritdoc/>
    public void Dispose() => _hosts.Dispose();

    private ImmutableArray<TestCase> Judge(TestRule rule, BenchRun run, ImmutableArray<Dataset> datasets, IReadOnlyDictionary<string, ImmutableDictionary<string, int>> attackData)
    {
        var rows = run.Rows.ToDictionary(pair => pair.Key, pair => pair.Value[rule.Key], StringComparer.Ordinal);
        var urls = attackData.GetValueOrDefault(rule.Key, ImmutableDictionary<string, int>.Empty);
        var verdict = RuleJudge.Judge(rule, SnapshotStore.Load(rule.FullPath), rows, datasets, urls, _options.Acceptance);
        try
        {
            SnapshotStore.Save(rule.FullPath, verdict);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [.. verdict.Cases, TestCase.Fail(rule.File, 0, rule.Name, "snapshot file", $"it could not be written: {e.Message}")];
        }

        return verdict.Cases;
    }

    private static TestCase Describe(BrokenRule rule) =>
        TestCase.Fail(rule.File, rule.Line, rule.File, "check", rule.Errors == 1 ? rule.Message : $"{rule.Message} (and {rule.Errors - 1} more: `dk check {rule.File}`)");

    private static TestCase Describe(DatasetProblem problem) => TestCase.Fail(problem.Path, problem.Line, problem.Path, "dataset", problem.Message);
}

/// <summary>What a session found.</summary>
/// <param name="Check">The check before it.</param>
/// <param name="Report">The report.</param>
public sealed record SessionResult(CheckResult Check, TestReport Report);

/// <summary>Told how far a session is.</summary>
public interface ISessionProgress : IProgress<string>
{
    /// <summary>How many datasets there are.</summary>
    /// <param name="datasets">Their number.</param>
    void Begin(int datasets);
}
