using System.Globalization;
using System.Text;
using DetectionKit.Testing.Judging;

namespace DetectionKit.Testing.Reports;

/// <summary>Annotations for GitHub's pull requests: workflow commands, one a line.</summary>
public static class GitHubReport
{
    /// <summary>The annotations; failures as errors, skipped cases as notices.</summary>
    /// <param name="report">What was found.</param>
    public static string Render(TestReport report)
    {
        var text = new StringBuilder();
        foreach (var one in report.Cases.Where(one => one.Outcome != Outcome.Passed))
        {
            var level = one.Outcome == Outcome.Failed ? "error" : "notice";
            var message = one.Differences.IsEmpty ? one.Message : $"{one.Message}\n{DiffTable.Render(one.Differences)}";
            text.Append(CultureInfo.InvariantCulture, $"::{level} file={Property(one.File)},line={Math.Max(1, one.Line)},title={Property($"{one.Subject}: {one.Name}")}::{Data(message ?? "")}\n");
        }

        return text.ToString();
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
