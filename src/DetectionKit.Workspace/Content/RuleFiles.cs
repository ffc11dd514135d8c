namespace DetectionKit.Workspace.Content;

/// <summary>Finds the detection files that paths stand for.</summary>
internal static class RuleFiles
{
    /// <summary>Folders of contentctl's layout that hold other things than detections.</summary>
    private static readonly string[] OtherContent = ["macros", "lookups", "data_sources", "stories", "baselines", "deployments", "investigations", "playbooks", "dashboards"];

    /// <summary>All files below a folder; what may not be read is passed over, and links that lead in circles end somewhere.</summary>
    public static EnumerationOptions Recursive { get; } = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 32, AttributesToSkip = 0 };

    /// <summary>The files in ordinal order of their shown paths, each once. A file that is named is taken whatever it is called.</summary>
    public static IReadOnlyList<(string Full, string Shown)> Find(string root, IEnumerable<string> paths)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var full = Path.GetFullPath(path, root);
            if (!Directory.Exists(full))
            {
                if (seen.Add(full))
                    found[Shown(path, "")] = full;
                continue;
            }

            foreach (var file in Directory.EnumerateFiles(full, "*", Recursive))
            {
                var inside = Path.GetRelativePath(full, file);
                if (!IsYaml(file) || inside.Split(Path.DirectorySeparatorChar).SkipLast(1).Any(IsOther) || !seen.Add(file))
                    continue;
                found[Shown(path, inside)] = file;
            }
        }

        return [.. found.Select(pair => (pair.Value, pair.Key))];
    }

    public static bool IsYaml(string file) =>
        Path.GetExtension(file) is ".yml" or ".yaml";

    /// <summary>The path as people see it: what they gave and what lies inside, with forward slashes and without a leading <c>./</c>.</summary>
    public static string Shown(string path, string inside)
    {
        var shown = Path.Combine(path, inside).Replace('\\', '/');
        while (shown.StartsWith("./", StringComparison.Ordinal) && shown.Length > 2)
            shown = shown[2..];
        return shown;
    }

    /// <summary>A folder's name says that it holds no detections; hidden folders are other tools' own.</summary>
    private static bool IsOther(string folder) => folder.StartsWith('.') || OtherContent.Contains(folder, StringComparer.Ordinal);
}
