using System.Collections.Immutable;
using System.Diagnostics;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Compiler.Emit;
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
    private readonly MemoryCache? _memory;

    /// <summary>A session; nothing is read yet.</summary>
    /// <param name="options">What is tested, and how.</param>
    /// <param name="inputs">Reads captures and logs.</param>
    /// <param name="staysWarm">Whether results are kept in memory for the next run.</param>
    public TestSession(SessionOptions options, IInputs inputs, bool staysWarm = false)
    {
        _options = options;
        _inputs = inputs;
        _workspace = DetectionWorkspace.Open(new WorkspaceOptions(options.Root) { ContentFolder = options.Content, UseCache = options.UseCache || staysWarm, DefersWrites = staysWarm, Filled = ReaderFields.All });
        IResultCache cache = options.UseCache ? new ResultCache(Path.Combine(_workspace.CacheFolder, "results"), EngineStamp.Current) : new NoCache();
        _memory = staysWarm ? new MemoryCache(cache) : null;
        _cache = _memory ?? cache;
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

    /// <summary>
    /// Does once, for nothing, what a saved rule will need: compiles a few rules anew, loads them, runs them on every dataset. So a session that stays
    /// warm answers the first save as fast as the others. May run beside <see cref="Run"/>.
    /// </summary>
    /// <param name="result">What the session found last.</param>
    /// <param name="cancellation">Ends it early.</param>
    public void WarmUp(SessionResult result, CancellationToken cancellation)
    {
        const int Rules = 3;
        using var hosts = new DetectorHosts();
        var datasets = DatasetFinder.Find(_options.Root, []);
        var set = RuleSet.From(result.Check, hosts);
        foreach (var (file, rule) in result.Check.Runnable.Zip(set.Rules).Take(Rules))
        {
            if (cancellation.IsCancellationRequested)
                return;
            var image = DetectorCompiler.Compile([file.Plan!]);
            var warm = rule with { Detector = new Lazy<IDetector>(() => hosts.Find(image, image.ClassNames[0])) };
            new TestBench(new DatasetReplayer(set.Lookups, _inputs), new NoCache()).Run([warm], datasets, null, cancellation);
        }
    }

    /// <summary>After the answer: writes what a session that stays warm keeps in memory, and lets go of detectors that have run.</summary>
    public void Settle()
    {
        _workspace.Settle();
        _memory?.Settle();
        _hosts.Keep(ImmutableHashSet<DetectorImage>.Empty);
    }

    /// <inheritdoc/>
    public void Dispose() => _hosts.Dispose();

    private ImmutableArray<TestCase> Judge(TestRule rule, BenchRun run, ImmutableArray<Dataset> datasets, IReadOnlyDictionary<string, ImmutableDictionary<RuleTest, AttackDataOutcome>> attackData)
    {
        var rows = run.Rows.ToDictionary(pair => pair.Key, pair => pair.Value[rule.Key], StringComparer.Ordinal);
        var urls = attackData.GetValueOrDefault(rule.Key, ImmutableDictionary<RuleTest, AttackDataOutcome>.Empty);
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
