using System.Collections.Concurrent;
using System.Collections.Immutable;
using DetectionKit.Testing.Datasets;
using DetectionKit.Testing.Judging;
using DetectionKit.Testing.Replay;
using DetectionKit.Testing.Rules;

namespace DetectionKit.Testing.Sessions;

/// <summary>Runs rules over the data that their own tests name by URL, as far as it is on this machine: all data of a test together, each log read once for all its rules.</summary>
/// <param name="replayer">Runs rules over a dataset.</param>
/// <param name="folder">Where URLs are looked up; null: nowhere.</param>
internal sealed class AttackDataBench(IReplayer replayer, string? folder)
{
    /// <summary>What each test with data by URL gave, by rule key.</summary>
    public IReadOnlyDictionary<string, ImmutableDictionary<RuleTest, AttackDataOutcome>> Run(ImmutableArray<TestRule> rules, CancellationToken cancellation)
    {
        var outcomes = new ConcurrentDictionary<string, ImmutableDictionary<RuleTest, AttackDataOutcome>>(StringComparer.Ordinal);
        if (folder is null)
            return outcomes;
        var catalogue = new AttackDataFolder(folder);
        var uses = rules
            .SelectMany(rule => rule.Tests.Where(HasUrl).Select(test => new Use(rule, test, Located(catalogue, test))))
            .ToLookup(use => use.Data.Key, StringComparer.Ordinal);
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(uses, options, use => RunOn([.. use], outcomes, cancellation));
        return outcomes;
    }

    // All uses of the same data.
    private void RunOn(ImmutableArray<Use> uses, ConcurrentDictionary<string, ImmutableDictionary<RuleTest, AttackDataOutcome>> outcomes, CancellationToken cancellation)
    {
        var data = uses[0].Data;
        var users = uses.Select(use => use.Rule).DistinctBy(rule => rule.Key, StringComparer.Ordinal).ToImmutableArray();
        var result = data.Files.IsEmpty ? null : replayer.Replay(new Dataset(data.Key, data.Key, DatasetKind.Attack, null, data.Files), users, cancellation);
        var problem = result is { Problems.IsEmpty: false } ? string.Join("; ", result.Problems) : null;
        foreach (var (rule, test, _) in uses)
        {
            var outcome = new AttackDataOutcome(result is not null && problem is null ? result.Rows[rule.Key].Length : 0, data.Missing, problem);
            outcomes.AddOrUpdate(
                rule.Key,
                _ => ImmutableDictionary<RuleTest, AttackDataOutcome>.Empty.Add(test, outcome),
                (_, known) => known.SetItem(test, outcome));
        }
    }

    private static bool HasUrl(RuleTest test) => test.Data.Any(data => AttackData.IsUrl(data.Data));

    private static LocatedData Located(AttackDataFolder catalogue, RuleTest test)
    {
        var files = ImmutableArray.CreateBuilder<DatasetFile>();
        var missing = ImmutableArray.CreateBuilder<string>();
        foreach (var data in test.Data.Where(data => AttackData.IsUrl(data.Data)))
        {
            var place = catalogue.Find(data.Data);
            if (place.File is { } file)
                files.Add(new(data.Data, file, null, data.SourceType ?? place.SourceType, data.Source ?? place.Source));
            else
                missing.Add(place.Reason is { } reason ? $"{data.Data} ({reason})" : data.Data);
        }

        var key = string.Join('\n', files.Select(file => $"{file.Path} {file.SourceType} {file.Source}").Concat(missing));
        return new(key, files.ToImmutable(), missing.ToImmutable());
    }

    private sealed record Use(TestRule Rule, RuleTest Test, LocatedData Data);

    private sealed record LocatedData(string Key, ImmutableArray<DatasetFile> Files, ImmutableArray<string> Missing);
}
