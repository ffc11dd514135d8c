using System.Globalization;
using System.Text;
using DetectionKit.Testing.Judging;
using DetectionKit.Workspace.Rendering;

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
            text.Append(CultureInfo.InvariantCulture, $"::{level} file={WorkflowCommand.Property(one.File)},line={Math.Max(1, one.Line)},title={WorkflowCommand.Property($"{one.Subject}: {one.Name}")}::{WorkflowCommand.Data(message ?? "")}\n");
        }

        return text.ToString();
    }
}
