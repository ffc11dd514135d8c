namespace DetectionKit.Cli;

/// <summary>Finds the repository of detections around a folder.</summary>
internal static class RepositoryRoot
{
    /// <summary>The nearest folder, upwards from the given one, that holds <c>detections/</c>; null: none.</summary>
    /// <param name="folder">Where to begin.</param>
    public static string? Around(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (Directory.Exists(Path.Combine(at.FullName, "detections")))
                return at.FullName;
        }

        return null;
    }

    /// <summary>The repository that a command is about: the one around its first path, else the one around the current folder, else that folder.</summary>
    /// <param name="paths">The paths as given.</param>
    public static string For(IReadOnlyList<string> paths)
    {
        var here = Directory.GetCurrentDirectory();
        return (paths.Count > 0 ? Around(Path.GetDirectoryName(Path.GetFullPath(paths[0])) ?? here) : null) ?? Around(here) ?? here;
    }

    /// <summary>The folder that holds <c>macros/</c> and <c>lookups/</c>: <c>detections/</c>, or the repository itself where they lie beside it, as in Splunk's security_content.</summary>
    /// <param name="root">The repository's folder.</param>
    public static string ContentOf(string root)
    {
        var inside = Path.Combine(root, "detections");
        return !Directory.Exists(Path.Combine(inside, "macros")) && !Directory.Exists(Path.Combine(inside, "lookups")) && Directory.Exists(Path.Combine(root, "macros")) ? root : inside;
    }

    /// <summary>Where the rules of a content folder are: in its <c>detections/</c>, where it has one.</summary>
    /// <param name="content">The content folder, relative to the current folder.</param>
    public static string RulesIn(string content)
    {
        var inside = Path.Combine(content, "detections");
        return Directory.Exists(inside) ? inside.Replace('\\', '/') : content;
    }

    /// <summary>A path as given, made relative to the repository where it lies in it, with forward slashes.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <param name="path">The path, relative to the current folder.</param>
    public static string Within(string root, string path)
    {
        var full = Path.GetFullPath(path);
        var relative = Path.GetRelativePath(root, full);
        return (relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? full : relative).Replace('\\', '/');
    }
}
