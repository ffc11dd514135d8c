using DetectionKit.Cli.Terminals;
using DetectionKit.Testing.Replay;
using DetectionKit.Workspace;
using DetectionKit.Workspace.Checking;
using DetectionKit.Workspace.Fixing;
using DetectionKit.Workspace.Rendering;

namespace DetectionKit.Cli.Inputs;

/// <summary>Checks the rules that a command line names, as seen from the current folder.</summary>
internal static class Rules
{
    /// <summary>Checks them.</summary>
    /// <param name="paths">Files and folders as given; none: the repository's content folder.</param>
    /// <param name="content">What <c>--content</c> says, or null.</param>
    /// <param name="strict">Whether warnings are errors.</param>
    /// <param name="terminal">Where missing paths are named.</param>
    /// <returns>The result; null: there is nothing to check.</returns>
    public static CheckResult? Check(string[] paths, string? content, bool strict, Terminal terminal) =>
        Missing(paths, content, terminal) ? null : Check(Options(paths, content), Given(paths, content), strict, terminal);

    /// <summary>Brings the rules' files up to date first where that is asked, compares them with an earlier commit where one is given, and checks them.</summary>
    /// <param name="paths">Files and folders as given; none: the repository's content folder.</param>
    /// <param name="content">What <c>--content</c> says, or null.</param>
    /// <param name="strict">Whether warnings are errors.</param>
    /// <param name="fix">Whether files of an older schema are rewritten.</param>
    /// <param name="against">The commit, or null.</param>
    /// <param name="terminal">Where missing paths and rewritten files are named.</param>
    /// <returns>The result; null: there is nothing to check, or git says no.</returns>
    public static CheckResult? Check(string[] paths, string? content, bool strict, bool fix, string? against, Terminal terminal)
    {
        if (Missing(paths, content, terminal))
            return null;
        var given = Given(paths, content);
        var options = Options(paths, content);
        if (fix)
        {
            var rewritten = SchemaFixer.Fix(options.Root, given);
            foreach (var path in rewritten)
                terminal.Remark($"{path}: brought to the 5.x schema");
            terminal.Remark($"{rewritten.Length} files rewritten");
        }

        if (against is not null)
        {
            if (GitHistory.Changed(against, given, out var failure) is not { } earlier)
            {
                terminal.Fail($"--against {against}: {failure}");
                return null;
            }

            options = options with { Earlier = earlier };
        }

        return Check(options, given, strict, terminal);
    }

    /// <summary>Checks them as seen from their repository, so that nothing depends on where it lies.</summary>
    /// <param name="paths">Files and folders as given; none: the repository's content folder.</param>
    /// <param name="content">What <c>--content</c> says, or null.</param>
    /// <param name="terminal">Where missing paths are named.</param>
    /// <returns>The result; null: there is nothing to check.</returns>
    public static CheckResult? CheckFromRoot(string[] paths, string? content, Terminal terminal)
    {
        if (Missing(paths, content, terminal))
            return null;
        var root = RepositoryRoot.For(paths);
        content ??= RepositoryRoot.ContentOf(root);
        var folder = RepositoryRoot.Within(root, content);
        string[] given = [.. Given(paths, content).Select(path => RepositoryRoot.Within(root, path))];
        return Check(new WorkspaceOptions(root) { ContentFolder = folder, Filled = ReaderFields.All }, given, strict: false, terminal);
    }

    private static bool Missing(string[] paths, string? content, Terminal terminal)
    {
        var missing = paths.Append(content).OfType<string>().Where(path => !File.Exists(path) && !Directory.Exists(path)).ToList();
        foreach (var path in missing)
            terminal.Fail($"{path}: no such {(path.StartsWith('-') ? "option, " : "")}file or folder");
        return missing.Count > 0;
    }

    private static string[] Given(string[] paths, string? content) => paths.Length > 0 ? paths : [RepositoryRoot.RulesIn(Folder(paths, content))];

    private static WorkspaceOptions Options(string[] paths, string? content) => new(Directory.GetCurrentDirectory()) { ContentFolder = Folder(paths, content), Filled = ReaderFields.All };

    private static string Folder(string[] paths, string? content) =>
        content ?? Path.GetRelativePath(Directory.GetCurrentDirectory(), RepositoryRoot.ContentOf(RepositoryRoot.For(paths))).Replace('\\', '/');

    private static CheckResult? Check(WorkspaceOptions options, string[] given, bool strict, Terminal terminal)
    {
        var result = DetectionWorkspace.Open(options).Check(given, strict);
        if (result.Files.IsEmpty)
        {
            terminal.Fail($"there is no rule in {string.Join(", ", given)}");
            return null;
        }

        return result;
    }

    /// <summary>Shows to a person what a check found, errors alone when nothing else is wanted.</summary>
    /// <param name="result">The result.</param>
    /// <param name="terminal">Where to.</param>
    public static void ShowErrors(CheckResult result, Terminal terminal)
    {
        var renderer = new TextRenderer(terminal.ErrorColor);
        foreach (var diagnostic in result.Diagnostics.Where(diagnostic => diagnostic.Severity == Language.Diagnostics.Severity.Error))
            renderer.Render(diagnostic, terminal.Error);
    }
}
