namespace DetectionKit.Testing.Datasets;

/// <summary>Finds on this machine what a rule's test names by URL.</summary>
public static class AttackData
{
    /// <summary>Whether a test's data is named by URL, not by a path in the repository.</summary>
    /// <param name="data">What the test says.</param>
    public static bool IsUrl(string data) => data.Contains("://", StringComparison.Ordinal);

    /// <summary>The file under a folder whose path is the longest tail of the URL's path; null: none.</summary>
    /// <param name="folder">The folder, as given to <c>--attack-data</c>.</param>
    /// <param name="url">The URL.</param>
    public static string? Resolve(string folder, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
            return null;
        var parts = Uri.UnescapeDataString(uri.AbsolutePath).Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Any(part => part is ".." or "." || part.Contains('\\', StringComparison.Ordinal)))
            return null;
        for (var skipped = 0; skipped < parts.Length; skipped++)
        {
            var file = Path.Combine([folder, .. parts[skipped..]]);
            if (File.Exists(file))
                return file;
        }

        return null;
    }
}
