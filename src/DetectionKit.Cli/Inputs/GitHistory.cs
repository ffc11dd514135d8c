using System.Collections.Frozen;
using System.ComponentModel;
using System.Diagnostics;

namespace DetectionKit.Cli.Inputs;

/// <summary>What files held at an earlier commit, asked of git.</summary>
internal static class GitHistory
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The texts at a revision of those files below the paths that differ now, by their full paths; null: git says no, and what it says.</summary>
    /// <param name="revision">A commit, branch or tag.</param>
    /// <param name="paths">Files and folders, all of one repository.</param>
    /// <param name="failure">Why not.</param>
    public static FrozenDictionary<string, string>? Changed(string revision, IReadOnlyList<string> paths, out string failure)
    {
        var folder = Path.GetFullPath(Directory.Exists(paths[0]) ? paths[0] : Path.GetDirectoryName(Path.GetFullPath(paths[0]))!);
        if (Git(folder, out failure, "rev-parse", "--show-toplevel") is not { } top || Git(folder, out failure, "rev-parse", "--verify", "--end-of-options", revision + "^{commit}") is not { } commit)
            return null;
        var root = top.TrimEnd('\r', '\n');
        string[] whole = [.. paths.Select(Path.GetFullPath)];
        if (Git(root, out failure, ["diff", "--name-only", "--diff-filter=M", "--no-renames", "-z", commit.Trim(), "--", .. whole]) is not { } names)
            return null;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Git(root, out _, "show", $"{commit.Trim()}:{name}") is { } text)
                texts[Path.GetFullPath(name, root)] = text;
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string? Git(string folder, out string failure, params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = git.StandardError.ReadToEndAsync();
            var output = git.StandardOutput.ReadToEnd();
            failure = git.WaitForExit(Patience) ? said.Result.Trim() : "git does not answer";
            return git.HasExited && git.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            failure = "git is not installed";
            return null;
        }
    }
}
