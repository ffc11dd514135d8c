using System.Collections.Immutable;
using DetectionKit.Engine.Lookups;
using DetectionKit.Engine.Running;
using DetectionKit.Testing.Datasets;
using DetectionKit.Testing.Rules;
using DetectionKit.Testing.Snapshots;

namespace DetectionKit.Testing.Replay;

/// <summary>Runs compiled detectors over a dataset: each of its files is an input, all inputs are one window.</summary>
/// <param name="lookups">The lookups that the rules read.</param>
/// <param name="inputs">Reads files, or plays what it kept of them.</param>
public sealed class DatasetReplayer(Lazy<LookupStore> lookups, IInputs inputs) : IReplayer
{
    /// <inheritdoc/>
    public ReplayResult Replay(Dataset dataset, ImmutableArray<TestRule> rules, CancellationToken cancellation)
    {
        var run = new DetectionRun(rules.Select(rule => rule.Detector.Value), new RunOptions { Lookups = lookups.Value });
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (var file in dataset.Files)
        {
            var outcome = inputs.Read(new(file.FullPath, file.Path, file.SourceType, file.Source), run.OpenInput(), cancellation);
            if (outcome.Problem is { } problem)
                problems.Add($"{file.Path}: {problem}");
            if (outcome.Last is { } last)
                run.Observe(last);
        }

        var result = run.Finish();
        problems.AddRange(result.Notices.Select(notice => $"{notice.Detection.Name}: {notice.Message}"));
        var found = result.Rows.ToLookup(row => row.Detection.Id, row => RowJson.ToLine(row.Row), StringComparer.Ordinal);
        return new(
            rules.ToImmutableDictionary(rule => rule.Key, rule => found[rule.Detector.Value.Info.Id].ToImmutableArray(), StringComparer.Ordinal),
            problems.ToImmutable());
    }
}
