using DetectionKit.Testing.Judging;
using NUnit.Framework;

namespace DetectionKit.NUnit;

/// <summary>
/// Runs every detection of the repository around the tests on every dataset, one case each, and what is judged of a rule as a whole: that it
/// compiles, its <c>tests:</c>, its silence on benign data. Derive a class from it, with <see cref="TestFixtureAttribute"/>; it needs nothing more.
/// </summary>
public abstract class DetectionTests
{
    private static readonly Lazy<DetectionRepository> Around = new(() => DetectionRepository.Around(AppContext.BaseDirectory));

    /// <summary>A detection finds on a dataset what its snapshot says.</summary>
    /// <param name="file">The rule's file, within the repository.</param>
    /// <param name="dataset">The dataset's folder, within the repository.</param>
    [TestCaseSource(nameof(Pairs))]
    public void Finds_what_its_snapshot_says(string file, string dataset)
    {
        if (Around.Value.Difference(file, dataset) is { } difference)
            Assert.Fail(difference);
    }

    /// <summary>What is judged of a rule, or of the repository, as a whole.</summary>
    /// <param name="file">The file that it is about, within the repository.</param>
    /// <param name="name">What is judged: <c>benign</c>, <c>test: True Positive Test</c>.</param>
    [TestCaseSource(nameof(Wholes))]
    public void Holds(string file, string name)
    {
        foreach (var one in Around.Value.CasesOf(file, name))
        {
            if (one.Outcome == Outcome.Skipped)
                Assert.Ignore(one.Message ?? "");
            if (one.Outcome == Outcome.Failed)
                Assert.Fail($"{one.File}{(one.Line > 0 ? FormattableString.Invariant($":{one.Line}") : "")}: {one.Message}");
        }
    }

    private static IEnumerable<TestCaseData> Pairs() => Around.Value.Pairs.Select(pair => new TestCaseData(pair.File, pair.Dataset).SetArgDisplayNames(pair.Name, pair.Dataset));

    private static IEnumerable<TestCaseData> Wholes() => Around.Value.Wholes.Select(one => new TestCaseData(one.File, one.Name).SetArgDisplayNames(one.Subject, one.Name));
}
