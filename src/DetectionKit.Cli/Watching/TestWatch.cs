using System.Globalization;
using DetectionKit.Cli.Terminals;
using DetectionKit.Testing.Judging;
using DetectionKit.Testing.Reports;
using DetectionKit.Testing.Sessions;

namespace DetectionKit.Cli.Watching;

/// <summary><c>dk test --watch</c>: tests again after each save, and shows what changed. What did not change is not run again.</summary>
/// <param name="session">A session that stays warm.</param>
/// <param name="root">The repository's folder.</param>
/// <param name="content">The folder of macros and lookups, relative to it.</param>
/// <param name="terminal">Where to write.</param>
internal sealed class TestWatch(TestSession session, string root, string content, Terminal terminal)
{
    private Dictionary<string, string?> _failed = new(StringComparer.Ordinal);

    /// <summary>Runs until it is told to end.</summary>
    /// <param name="cancellation">Ends it.</param>
    public int Run(CancellationToken cancellation)
    {
        using var changes = new FolderChanges([.. ((string[])["detections", "datasets", Path.Combine(content, "macros"), Path.Combine(content, "lookups")]).Select(folder => Path.Combine(root, folder))]);
        var first = session.Run(null, cancellation);
        Show(first.Report, isFirst: true);
        session.Settle();
        var warming = Task.Run(() => WarmUp(first, cancellation), CancellationToken.None);
        terminal.Remark("Watching detections/ and datasets/; Ctrl-C ends.");
        while (changes.Wait(cancellation) is { Length: > 0 } changed)
        {
            terminal.Remark($"\n{string.Join(", ", changed.Select(path => Path.GetRelativePath(root, path)).Take(3))}{(changed.Length > 3 ? " ..." : "")}");
            try
            {
                Show(session.Run(null, cancellation).Report, isFirst: false);
                session.Settle();
            }
            catch (IOException e)
            {
                // A file that is being written, or went away between two looks: the next change tells.
                terminal.Fail(e.Message);
            }
        }

        warming.Wait(CancellationToken.None);
        return ExitCode.Interrupted;
    }

    private void WarmUp(SessionResult first, CancellationToken cancellation)
    {
        try
        {
            session.WarmUp(first, cancellation);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // It ends, or a file is being written: what is not warm is slower once.
        }
    }

    // After the first report only what is new is shown, then the sums.
    private void Show(TestReport report, bool isFirst)
    {
        var failed = report.Cases.Where(one => one.Outcome == Outcome.Failed).ToList();
        var known = _failed;
        _failed = failed.GroupBy(KeyOf, StringComparer.Ordinal).ToDictionary(group => group.Key, group => (string?)Text(group), StringComparer.Ordinal);
        var shown = isFirst
            ? report
            : report with { Cases = [.. report.Cases.Where(one => one.Outcome != Outcome.Failed || !string.Equals(known.GetValueOrDefault(KeyOf(one)), _failed[KeyOf(one)], StringComparison.Ordinal))] };
        terminal.Error.Write(TextReport.Render(shown, terminal.ErrorColor));
        foreach (var mended in known.Keys.Except(_failed.Keys, StringComparer.Ordinal))
            terminal.Remark($"mended: {mended}");
        if (failed.Count > shown.Count(Outcome.Failed))
            terminal.Remark(string.Create(CultureInfo.InvariantCulture, $"still failing as before: {failed.Count - shown.Count(Outcome.Failed)}"));
    }

    private static string KeyOf(TestCase one) => $"{one.Subject}: {one.Name}";

    private static string Text(IEnumerable<TestCase> cases) => string.Concat(cases.Select(one => one.Message + DiffTable.Render(one.Differences)));
}
