namespace DetectionKit.Workspace.Tests;

/// <summary>Finds this repository, and corpora beside it.</summary>
internal static class Repository
{
    public static string Root => Find(folder => File.Exists(Path.Combine(folder, "DetectionKit.sln"))) ?? throw new DirectoryNotFoundException();

    public static string Samples => Path.Combine(Root, "tests", "DetectionKit.Workspace.Tests", "Samples");

    public static string Corpus(string name)
    {
        if (Find(folder => Directory.Exists(Path.Combine(folder, "shared", "corpora", name))) is { } found)
            return Path.Combine(found, "shared", "corpora", name);
        Assert.Ignore($"skipped: ../shared/corpora/{name} is not here");
        return "";
    }

    private static string? Find(Func<string, bool> isIt)
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (folder is not null && !isIt(folder))
            folder = Path.GetDirectoryName(folder);
        return folder;
    }
}
