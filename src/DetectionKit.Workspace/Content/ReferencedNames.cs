using System.Collections.Frozen;

namespace DetectionKit.Workspace.Content;

/// <summary>The names of what detections refer to beside macros and lookups: data sources and analytic stories.</summary>
/// <param name="Sources">What is under <c>data_sources/</c>; null: there is no such folder, and nothing can be said.</param>
/// <param name="Stories">The names under <c>stories/</c>; null: there is no such folder.</param>
internal sealed record ReferencedNames(DataSources? Sources, FrozenSet<string>? Stories)
{
    public static ReferencedNames Read(string root, string folder) => new(DataSources.Read(root, folder), Names(root, folder, "stories"));

    private static FrozenSet<string>? Names(string root, string folder, string kind)
    {
        var full = Path.Combine(Path.GetFullPath(folder, root), kind);
        return Directory.Exists(full)
            ? Directory.EnumerateFiles(full, "*", RuleFiles.Recursive).Where(RuleFiles.IsYaml).Select(Name).OfType<string>().ToFrozenSet(StringComparer.Ordinal)
            : null;
    }

    // The files are long, their names stand at the top: no more is read.
    private static string? Name(string path)
    {
        try
        {
            return File.ReadLines(path).Select(line => MarginKeys.Value(line, "name:")).FirstOrDefault(name => name is not null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
