using DetectionKit.Testing.Judging;
using DetectionKit.Testing.Snapshots;

namespace DetectionKit.Testing.Sessions;

/// <summary>Finds snapshots whose rule is gone.</summary>
internal static class Orphans
{
    /// <summary>A failed case for each.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <param name="paths">The folders that are tested, relative to it; files among them are passed over.</param>
    public static IEnumerable<TestCase> Find(string root, IEnumerable<string> paths) =>
        from path in paths
        let folder = Path.GetFullPath(path, root)
        where Directory.Exists(folder)
        from file in Directory.EnumerateFiles(folder, "*" + SnapshotFile.Verified, SearchOption.AllDirectories)
        let stem = file[..^SnapshotFile.Verified.Length]
        where !File.Exists(stem + ".yml") && !File.Exists(stem + ".yaml")
        let shown = Path.GetRelativePath(root, file).Replace('\\', '/')
        select TestCase.Fail(shown, 0, shown, "orphan", "a snapshot without its rule; delete it");
}
