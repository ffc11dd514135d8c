using System.Collections.Frozen;

namespace DetectionKit.Cli.Inputs;

/// <summary>What files held at an earlier commit, asked of git.</summary>
internal static class GitHistory
{
    /// <summary>
    /// The texts at a revision of those files below the paths that differ now, by the full paths that they have now: a file that moved is compared with what it was.
    /// Null: git says no, and what it says.
    /// </summary>
    /// <param name="revision">A commit, branch or tag.</param>
    /// <param name="paths">Files and folders, all of one repository.</param>
    /// <param name="failure">Why not.</param>
    public static FrozenDictionary<string, string>? Changed(string revision, IReadOnlyList<string> paths, out string failure)
    {
        var folder = Path.GetFullPath(Directory.Exists(paths[0]) ? paths[0] : Path.GetDirectoryName(Path.GetFullPath(paths[0]))!);
        if (Git.Ask(folder, out failure, "rev-parse", "--show-toplevel") is not { } top)
            return null;
        if (Git.Ask(folder, out failure, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}") is not { } commit)
        {
            var isShallow = Git.Ask(folder, out _, "rev-parse", "--is-shallow-repository")?.Trim() is "true";
            failure = "there is no such commit here" + (isShallow ? "; this clone is shallow, `git fetch --unshallow` brings the older ones" : "");
            return null;
        }

        var root = top.TrimEnd('\r', '\n');
        string[] whole = [.. paths.Select(Path.GetFullPath)];
        if (Git.Ask(root, out failure, ["diff", "--name-status", "--diff-filter=MR", "--find-renames", "-z", commit.Trim(), "--", .. whole]) is not { } changes)
            return null;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (before, now) in Pairs(changes))
        {
            if (Git.Ask(root, out _, "show", $"{commit.Trim()}:{before}") is { } text)
                texts[Path.GetFullPath(now, root)] = text;
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // M\0name\0 and R087\0before\0now\0
    private static IEnumerable<(string Before, string Now)> Pairs(string changes)
    {
        var fields = changes.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < fields.Length; i += 2)
        {
            var before = fields[i + 1];
            if (fields[i].StartsWith('R') && i + 2 < fields.Length)
                i++;
            yield return (before, fields[i + 1]);
        }
    }
}
