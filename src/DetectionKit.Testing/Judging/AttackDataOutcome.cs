using System.Collections.Immutable;
using DetectionKit.Testing.Datasets;
using DetectionKit.Testing.Rules;

namespace DetectionKit.Testing.Judging;

/// <summary>What a test gave on data that it names by URL. Immutable.</summary>
/// <param name="Rows">How many rows the rule found on what is here.</param>
/// <param name="Missing">What is not here, with the reason where it is not simply absent.</param>
/// <param name="Problem">Why what is here could not be read or run; null: it could.</param>
public sealed record AttackDataOutcome(int Rows, ImmutableArray<string> Missing, string? Problem)
{
    /// <summary>Nothing of the test's data is here.</summary>
    /// <param name="test">The test.</param>
    public static AttackDataOutcome NotHere(RuleTest test) => new(0, [.. test.Data.Select(data => data.Data).Where(AttackData.IsUrl)], null);
}
