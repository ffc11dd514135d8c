using System.Collections.Concurrent;
using System.Collections.Immutable;
using DetectionKit.Testing.Caching;
using DetectionKit.Testing.Datasets;
using DetectionKit.Testing.Replay;
using DetectionKit.Testing.Rules;

namespace DetectionKit.Testing.Bench;

/// <summary>Every rule on every dataset, datasets in parallel; what is remembered is not run again.</summary>
/// <param name="replayer">Runs rules over a dataset.</param>
/// <param name="cache">Remembers what they found.</param>
public sealed class TestBench(IReplayer replayer, IResultCache cache)
{
    /// <summary>Runs them.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="datasets">The datasets.</param>
    /// <param name="progress">Told the path of each dataset that is done.</param>
    /// <param name="cancellation">Ends it early.</param>
    public BenchRun Run(ImmutableArray<TestRule> rules, ImmutableArray<Dataset> datasets, IProgress<string>? progress, CancellationToken cancellation)
    {
        var done = new ConcurrentDictionary<string, ImmutableDictionary<string, ImmutableArray<string>>>(StringComparer.Ordinal);
        var problems = new ConcurrentBag<DatasetProblem>();
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(datasets, options, dataset =>
        {
            if (RunOn(dataset, rules, problems, cancellation) is { } rows)
                done[dataset.Path] = rows;
            progress?.Report(dataset.Path);
        });
        return new BenchRun(
            done.ToImmutableSortedDictionary(StringComparer.Ordinal),
            [.. problems.OrderBy(problem => problem.Path, StringComparer.Ordinal).ThenBy(problem => problem.Message, StringComparer.Ordinal)]);
    }

    private ImmutableDictionary<string, ImmutableArray<string>>? RunOn(
        Dataset dataset, ImmutableArray<TestRule> rules, ConcurrentBag<DatasetProblem> problems, CancellationToken cancellation)
    {
        if (DatasetHash.TryCompute(dataset, out var problem) is not { } hash)
        {
            problems.Add(problem!);
            return null;
        }

        var known = cache.Load(dataset.Path, hash);
        var missing = rules.Where(rule => !known.ContainsKey(rule.Key)).DistinctBy(rule => rule.Key, StringComparer.Ordinal).ToImmutableArray();
        if (missing.IsEmpty)
            return known;
        var result = replayer.Replay(dataset, missing, cancellation);
        cancellation.ThrowIfCancellationRequested();
        foreach (var message in result.Problems)
            problems.Add(new(dataset.Path, 0, message));
        if (!result.Problems.IsEmpty)
            return null;
        // Rules that are gone, or not asked for, stay remembered until the next full run of as many again.
        var all = known.Count > 4 * rules.Length + 64 ? result.Rows : known.SetItems(result.Rows);
        cache.Store(dataset.Path, hash, all.SetItems(rules.Where(rule => known.ContainsKey(rule.Key)).Select(rule => KeyValuePair.Create(rule.Key, known[rule.Key]))));
        return known.SetItems(result.Rows);
    }
}

/// <summary>What rules found on datasets.</summary>
/// <param name="Rows">By dataset path, then by rule key; datasets that could not be read are missing.</param>
/// <param name="Problems">Why.</param>
public sealed record BenchRun(
    ImmutableSortedDictionary<string, ImmutableDictionary<string, ImmutableArray<string>>> Rows, ImmutableArray<DatasetProblem> Problems);
