namespace DetectionKit.Language.Tests;

/// <summary>Public corpora that lie beside the repository where somebody has put them; tests over them are skipped elsewhere.</summary>
internal static class Corpus
{
    public static string Folder(string name)
    {
        for (var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "shared", "corpora", name);
            if (Directory.Exists(found))
                return found;
        }

        Assert.Ignore($"skipped: ../shared/corpora/{name} is not here");
        return "";
    }
}
