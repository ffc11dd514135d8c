using DetectionKit.Cli.Terminals;
using DetectionKit.Workspace;
using DetectionKit.Workspace.Checking;
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
    public static CheckResult? Check(string[] paths, string? content, bool strict, Terminal terminal)
    {
        if (Missing(paths, content, terminal))
            return null;
        var here = Directory.GetCurrentDirectory();
        var folder = content ?? Path.GetRelativePath(here, Path.Combine(RepositoryRoot.For(paths), "detections")).Replace('\\', '/');
        return Check(here, paths.Length > 0 ? paths : [folder], folder, strict, terminal);
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
        var folder = content is null ? "detections" : RepositoryRoot.Within(root, content);
        return Check(root, paths.Length > 0 ? [.. paths.Select(path => RepositoryRoot.Within(root, path))] : [folder], folder, strict: false, terminal);
    }

    private static bool Missing(string[] paths, string? content, Terminal terminal)
    {
        var missing = paths.Append(content).OfType<string>().Where(path => !File.Exists(path) && !Directory.Exists(path)).ToList();
        foreach (var path in missing)
            terminal.Fail($"{path}: no such file or folder");
        return missing.Count > 0;
    }

    private static CheckResult? Check(string root, string[] given, string folder, bool strict, Terminal terminal)
    {
        var result = DetectionWorkspace.Open(new WorkspaceOptions(root) { ContentFolder = folder }).Check(given, strict);
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
