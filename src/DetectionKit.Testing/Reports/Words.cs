using DetectionKit.Testing.Judging;
using DetectionKit.Testing.Snapshots;

namespace DetectionKit.Testing.Reports;

/// <summary>The words by which reports for machines name things; they do not change.</summary>
internal static class Words
{
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "passed",
        Outcome.Failed => "failed",
        Outcome.Skipped => "skipped",
    };

    public static string Of(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Added => "added",
        DifferenceKind.Removed => "removed",
        DifferenceKind.Changed => "changed",
        DifferenceKind.Moved => "moved",
    };
}
