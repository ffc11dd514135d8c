using System.CommandLine;
using DetectionKit.Cli.Output;
using DetectionKit.Cli.Terminals;
using DetectionKit.Cli.Watching;
using DetectionKit.Testing.Judging;
using DetectionKit.Testing.Replay;
using DetectionKit.Testing.Reports;
using DetectionKit.Testing.Sessions;

namespace DetectionKit.Cli.Verbs;

/// <summary><c>dk test [PATH...]</c></summary>
internal sealed class TestVerb : Verb
{
    private readonly Argument<string[]> _paths = new("path") { Description = "Rules, or folders of rules (default: detections/).", Arity = ArgumentArity.ZeroOrMore, HelpName = "PATH" };
    private readonly Option<string> _format = CommonOptions.Format("text", "json", "junit", "github");
    private readonly Option<string?> _content = CommonOptions.Content();
    private readonly Option<bool> _accept = new("--accept") { Description = "Take what was found as the new snapshots, except new rows on benign datasets." };
    private readonly Option<bool> _acceptBenign = new("--accept-benign") { Description = "Take new rows on benign datasets too, for rules whose known_false_positives says when they fire in error." };
    private readonly Option<bool> _strict = new("--strict") { Description = "Warnings of the check are errors." };
    private readonly Option<bool> _watch = new("--watch") { Description = "Stay, and test again whenever a rule, a macro, a lookup, a dataset or a snapshot is saved." };
    private readonly Option<bool> _noCache = new("--no-cache") { Description = "Run everything, whatever is remembered." };
    private readonly Option<string?> _attackData = new("--attack-data") { Description = "The folder in which data that tests name by URL is looked up.", HelpName = "DIR" };

    public TestVerb()
        : base(
            "test",
            "Check the rules, run every one of them on every dataset, and compare what they find with the reviewed snapshots beside them.",
            "dk test",
            "dk test detections/network/dns_on_non_standard_port.yml --accept    # then review the snapshot with git diff",
            "dk test --watch",
            "dk test --format junit > results.xml")
    {
        Add(_paths);
        Add(_format);
        Add(_content);
        Add(_accept);
        Add(_acceptBenign);
        Add(_strict);
        Add(_watch);
        Add(_noCache);
        Add(_attackData);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var paths = parsed.GetValue(_paths) ?? [];
        var attackData = parsed.GetValue(_attackData);
        if (paths.FirstOrDefault(path => !File.Exists(path) && !Directory.Exists(path)) is { } missing)
            return Missing(missing, "file or folder", terminal);
        if (new[] { parsed.GetValue(_content), attackData }.FirstOrDefault(folder => folder is not null && !Directory.Exists(folder)) is { } absent)
            return Missing(absent, "folder", terminal);
        var root = RepositoryRoot.For(paths);
        var content = parsed.GetValue(_content) ?? RepositoryRoot.ContentOf(root);
        if (paths.Length == 0)
            paths = [RepositoryRoot.RulesIn(content)];
        var options = new SessionOptions(root)
        {
            Paths = [.. paths.Select(path => RepositoryRoot.Within(root, path))],
            Content = RepositoryRoot.Within(root, content),
            Strict = parsed.GetValue(_strict),
            Acceptance = new Acceptance(parsed.GetValue(_accept), parsed.GetValue(_acceptBenign)),
            AttackData = attackData,
            UseCache = !parsed.GetValue(_noCache),
        };
        var watches = parsed.GetValue(_watch);
        IInputs inputs = watches ? new TapedInputs(new FileInputs()) : new FileInputs();
        using var session = new TestSession(options, inputs, watches);
        return watches
            ? new TestWatch(session, root, options.Content, terminal).Run(cancellation)
            : RunOnce(session, parsed.GetRequiredValue(_format), terminal, cancellation);
    }

    private static int Missing(string path, string what, Terminal terminal)
    {
        terminal.Fail($"{path}: no such {what}");
        return ExitCode.CouldNotRun;
    }

    private static int RunOnce(TestSession session, string format, Terminal terminal, CancellationToken cancellation)
    {
        var report = Progress.During(terminal, "datasets", progress => session.Run(progress, cancellation)).Report;
        if (report.Rules == 0 && !report.Failed)
        {
            terminal.Fail("there is no rule here: name a folder, or run in a repository with detections/");
            return ExitCode.CouldNotRun;
        }

        switch (format)
        {
            case "json":
                JsonReport.Write(report, terminal.Output);
                break;
            case "junit":
                JUnitReport.Write(report, terminal.Output);
                break;
            case "github":
                terminal.Text.Write(GitHubReport.Render(report));
                break;
            default:
                terminal.Error.Write(TextReport.Render(report, terminal.ErrorColor));
                break;
        }

        return report.Failed ? ExitCode.Findings : ExitCode.Fine;
    }
}
