using System.Collections.Immutable;
using DetectionKit.Language.Content;

namespace DetectionKit.Workspace.Checking;

/// <summary>What a test of a rule needs of its text; remembered, so that an unchanged rule is not parsed for it. Immutable.</summary>
/// <param name="Name">The detection's name; null: it has none.</param>
/// <param name="HasFalsePositives">Whether <c>known_false_positives</c> says anything.</param>
/// <param name="Tests">Its <c>tests:</c>.</param>
public sealed record RuleSummary(string? Name, bool HasFalsePositives, ImmutableArray<RuleSummaryTest> Tests)
{
    internal static RuleSummary Empty { get; } = new(null, false, []);

    internal static RuleSummary Of(DetectionSyntax? syntax) => syntax is null
        ? Empty
        : new(syntax.Name?.Value, !string.IsNullOrWhiteSpace(syntax.KnownFalsePositives?.Value), [.. syntax.Tests.Select(TestOf)]);

    private static RuleSummaryTest TestOf(DetectionTest test) =>
        new(test.Name?.Value, test.Span.Start.Line, [.. test.AttackData.Select(data => new RuleSummaryData(data.Data.Value, data.Source?.Value, data.SourceType?.Value))]);
}

/// <summary>One entry of <c>tests:</c>.</summary>
/// <param name="Name">Its name, or null.</param>
/// <param name="Line">The 1-based line where it stands.</param>
/// <param name="Data">Its data.</param>
public sealed record RuleSummaryTest(string? Name, int Line, ImmutableArray<RuleSummaryData> Data);

/// <summary>One entry of a test's <c>attack_data</c>.</summary>
/// <param name="Data">A path in the repository, or a URL.</param>
/// <param name="Source"><c>source</c> of its events, or null.</param>
/// <param name="SourceType"><c>sourcetype</c> of its events, or null.</param>
public sealed record RuleSummaryData(string Data, string? Source, string? SourceType);
