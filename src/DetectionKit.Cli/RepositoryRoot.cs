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
}
