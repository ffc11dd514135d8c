using System.Globalization;
using System.Text;
using DetectionKit.Testing.Judging;

namespace DetectionKit.Testing.Reports;

/// <summary>A report for people: what failed with its rows, what was skipped, and one line of sums.</summary>
public static class TextReport
{
    /// <summary>The report, each line ended by a line feed.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="color">Whether it is coloured.</param>
    public static string Render(TestReport report, bool color)
    {
        var text = new StringBuilder();
        foreach (var one in report.Cases.Where(one => one.Outcome == Outcome.Failed))
        {
            var place = one.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{one.File}:{one.Line}") : one.File;
            text.Append($"{Paint("FAILED", Ansi.Red, color)}  {one.Subject}  {one.Name}\n  {place}: {one.Message}\n");
            if (!one.Differences.IsEmpty)
                text.Append('\n').Append(DiffTable.Render(one.Differences, color, "  "));
            text.Append('\n');
        }

        foreach (var group in report.Cases.Where(one => one.Outcome == Outcome.Skipped).GroupBy(one => one.Message, StringComparer.Ordinal))
            text.Append($"{Paint("SKIPPED", Ansi.Yellow, color)} {string.Join(", ", group.Select(one => one.Subject))}: {group.Key}\n");
        text.Append(CultureInfo.InvariantCulture, $"{report.Rules} detections on {report.Datasets} datasets in {report.Elapsed.TotalSeconds:0.00} s: ");
        var sums = string.Create(CultureInfo.InvariantCulture, $"{report.Count(Outcome.Passed)} passed, {report.Count(Outcome.Failed)} failed, {report.Count(Outcome.Skipped)} skipped");
        return text.Append(Paint(sums, report.Failed ? Ansi.Red : Ansi.Green, color)).Append('\n').ToString();
    }

    private static string Paint(string text, string ansi, bool color) => color ? $"{ansi}{text}{Ansi.Reset}" : text;
}
