using System.Collections.Immutable;
using DetectionKit.Testing.Judging;

namespace DetectionKit.Testing.Reports;

/// <summary>What one `dk test` found. Immutable.</summary>
/// <param name="Cases">All cases, in the order of their files.</param>
/// <param name="Rules">How many rules were tested.</param>
/// <param name="Datasets">On how many datasets.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record TestReport(ImmutableArray<TestCase> Cases, int Rules, int Datasets, TimeSpan Elapsed)
{
    /// <summary>How many cases came out so.</summary>
    /// <param name="outcome">The outcome.</param>
    public int Count(Outcome outcome) => Cases.Count(one => one.Outcome == outcome);

    /// <summary>Whether anything failed.</summary>
    public bool Failed => Count(Outcome.Failed) > 0;
}
