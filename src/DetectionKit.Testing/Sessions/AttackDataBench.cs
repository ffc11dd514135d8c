using System.Collections.Immutable;
using DetectionKit.Testing.Datasets;
using DetectionKit.Testing.Replay;
using DetectionKit.Testing.Rules;

namespace DetectionKit.Testing.Sessions;

/// <summary>Runs rules over the data that their own tests name by URL, as far as it is on this machine.</summary>
/// <param name="replayer">Runs rules over a dataset.</param>
/// <param name="folder">Where URLs are looked up; null: nowhere.</param>
internal sealed class AttackDataBench(IReplayer replayer, string? folder)
{
    /// <summary>The number of rows by rule key, then by URL; data that is not here, or not readable, is missing.</summary>
    public IReadOnlyDictionary<string, ImmutableDictionary<string, int>> Run(ImmutableArray<TestRule> rules, CancellationToken cancellation)
    {
        if (folder is null)
            return ImmutableDictionary<string, ImmutableDictionary<string, int>>.Empty;
        var found = new Dictionary<string, ImmutableDictionary<string, int>>(StringComparer.Ordinal);
        var uses = rules
            .SelectMany(rule => rule.Tests.SelectMany(test => test.Data).Where(AttackData.IsUrl).Select(url => (Url: url, Rule: rule)))
            .GroupBy(use => use.Url, use => use.Rule, StringComparer.Ordinal);
        foreach (var use in uses)
        {
            if (AttackData.Resolve(folder, use.Key) is not { } file)
                continue;
            var dataset = new Dataset(use.Key, use.Key, DatasetKind.Attack, null, [new DatasetFile(use.Key, file, null, null)]);
            var users = use.DistinctBy(rule => rule.Key, StringComparer.Ordinal).ToImmutableArray();
            var result = replayer.Replay(dataset, users, cancellation);
            if (!result.Problems.IsEmpty)
                continue;
            foreach (var rule in users)
                found[rule.Key] = found.GetValueOrDefault(rule.Key, ImmutableDictionary<string, int>.Empty).SetItem(use.Key, result.Rows[rule.Key].Length);
        }

        return found;
    }
}
