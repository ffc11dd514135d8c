using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Testing.Datasets;
using DetectionKit.Testing.Replay;
using DetectionKit.Testing.Rules;

namespace DetectionKit.Testing.Tests;

/// <summary>Rules and datasets that need no compiler and no capture.</summary>
internal static class Fakes
{
    public static TestRule Rule(string name, bool falsePositives = true, string? key = null, params RuleTest[] tests) => new(
        $"detections/{name}.yml", $"/nowhere/{name}.yml", name, key ?? name, falsePositives, [.. tests],
        new Lazy<IDetector>(() => throw new InvalidOperationException("A fake has no detector.")));

    public static Dataset Attack(string name, string folder = "/nowhere") => Of(name, DatasetKind.Attack, folder);

    public static Dataset Benign(string name, string folder = "/nowhere") => Of(name, DatasetKind.Benign, folder);

    public static Dictionary<string, ImmutableArray<string>> Rows(params (Dataset Dataset, string[] Rows)[] rows) =>
        rows.ToDictionary(pair => pair.Dataset.Path, pair => pair.Rows.ToImmutableArray(), StringComparer.Ordinal);

    private static Dataset Of(string name, DatasetKind kind, string folder) =>
        new($"datasets/{name}", name, kind, null, [new DatasetFile($"datasets/{name}/capture.pcap", Path.Combine(folder, name), null, null)]);
}

/// <summary>Gives rows by rule and dataset, and counts how often it was asked.</summary>
internal sealed class FakeReplayer(Func<Dataset, TestRule, string[]> find) : IReplayer
{
    private int _replays;

    public int Replays => _replays;

    public ReplayResult Replay(Dataset dataset, ImmutableArray<TestRule> rules, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _replays);
        return new(rules.ToImmutableDictionary(rule => rule.Key, rule => find(dataset, rule).ToImmutableArray(), StringComparer.Ordinal), []);
    }
}
