using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Engine.Lookups;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Workspace.Checking;

namespace DetectionKit.Testing.Rules;

/// <summary>The rules of a check, ready to be tested. Immutable.</summary>
/// <param name="Rules">The rules that compile, in the order of their files.</param>
/// <param name="Broken">Files with errors.</param>
/// <param name="Lookups">The lookups that the rules read; parsed when a rule runs.</param>
public sealed record RuleSet(ImmutableArray<TestRule> Rules, ImmutableArray<BrokenRule> Broken, Lazy<LookupStore> Lookups)
{
    /// <summary>Takes the rules from a check.</summary>
    /// <param name="check">The check.</param>
    /// <param name="hosts">Loads detectors when they are needed.</param>
    public static RuleSet From(CheckResult check, DetectorHosts hosts) => new(
        [.. check.Runnable.Select(file => RuleOf(file, hosts))],
        [.. check.Files.Where(file => !file.Ok).Select(BrokenOf)],
        new Lazy<LookupStore>(() => new LookupStore(check.Lookups.Value.Values)));

    private static TestRule RuleOf(CheckedFile file, DetectorHosts hosts)
    {
        var summary = file.Summary;
        return new TestRule(
            file.Path,
            file.FullPath,
            summary.Name ?? file.Path,
            file.Key,
            summary.HasFalsePositives,
            [.. summary.Tests.Select(TestOf)],
            new Lazy<IDetector>(() => hosts.Find(file.Image!, file.ClassName!)));
    }

    private static RuleTest TestOf(RuleSummaryTest test) => new(test.Name ?? "unnamed", test.Line, [.. test.Data.Select(data => new TestData(data.Data, data.Source, data.SourceType))]);

    private static BrokenRule BrokenOf(CheckedFile file)
    {
        var errors = file.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ToList();
        return new BrokenRule(file.Path, errors[0].Span.Start.Line, errors[0].Message, errors.Count);
    }
}
