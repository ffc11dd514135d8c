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
        new(test.Name?.Value, test.Span.Start.Line, [.. test.AttackData.Select(data => data.Data.Value)]);
}

/// <summary>One entry of <c>tests:</c>.</summary>
/// <param name="Name">Its name, or null.</param>
/// <param name="Line">The 1-based line where it stands.</param>
/// <param name="Data">Its data: paths in the repository, or URLs.</param>
public sealed record RuleSummaryTest(string? Name, int Line, ImmutableArray<string> Data);
