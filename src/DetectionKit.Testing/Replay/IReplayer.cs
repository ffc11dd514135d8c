using System.Collections.Immutable;
using DetectionKit.Testing.Datasets;
using DetectionKit.Testing.Rules;

namespace DetectionKit.Testing.Replay;

/// <summary>Runs detectors over one dataset. Safe to call from several threads for different datasets.</summary>
public interface IReplayer
{
    /// <summary>Reads the dataset once and runs every rule over it.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="cancellation">Ends it early.</param>
    ReplayResult Replay(Dataset dataset, ImmutableArray<TestRule> rules, CancellationToken cancellation);
}

/// <summary>What came out of it.</summary>
/// <param name="Rows">By rule key: its rows on the dataset, each one line of JSON, in the search's order.</param>
/// <param name="Problems">What kept the dataset from being read to its end, or a rule from running on it; then rows mean nothing.</param>
public sealed record ReplayResult(ImmutableDictionary<string, ImmutableArray<string>> Rows, ImmutableArray<string> Problems);
