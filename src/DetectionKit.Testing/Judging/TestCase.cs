using System.Collections.Immutable;
using DetectionKit.Testing.Snapshots;

namespace DetectionKit.Testing.Judging;

/// <summary>One thing that was judged. Immutable.</summary>
/// <param name="File">The file that it is about, within the repository.</param>
/// <param name="Line">The 1-based line; 0: the file as a whole.</param>
/// <param name="Subject">The detection's name, or the file's where there is none.</param>
/// <param name="Name">What was judged: <c>snapshot</c>, <c>benign</c>, <c>test: True Positive Test</c>.</param>
/// <param name="Outcome">How it came out.</param>
/// <param name="Message">Why, in a line; null where it passed.</param>
/// <param name="Differences">The rows behind it.</param>
public sealed record TestCase(string File, int Line, string Subject, string Name, Outcome Outcome, string? Message, ImmutableArray<RowDifference> Differences)
{
    /// <summary>A case that passed.</summary>
    public static TestCase Pass(string file, string subject, string name) => new(file, 0, subject, name, Outcome.Passed, null, []);

    /// <summary>A case that failed.</summary>
    public static TestCase Fail(string file, int line, string subject, string name, string message, ImmutableArray<RowDifference> differences = default) =>
        new(file, line, subject, name, Outcome.Failed, message, differences.IsDefault ? [] : differences);

    /// <summary>A case that could not be judged here.</summary>
    public static TestCase Skip(string file, int line, string subject, string name, string message) => new(file, line, subject, name, Outcome.Skipped, message, []);
}

/// <summary>How a case came out.</summary>
public enum Outcome
{
    /// <summary>As it should be.</summary>
    Passed,

    /// <summary>Not as it should be.</summary>
    Failed,

    /// <summary>Could not be judged here.</summary>
    Skipped,
}
