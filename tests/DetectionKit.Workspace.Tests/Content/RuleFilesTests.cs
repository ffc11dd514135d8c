using DetectionKit.Workspace.Content;

namespace DetectionKit.Workspace.Tests.Content;

public sealed class RuleFilesTests
{
    private string _root = "";

    [SetUp]
    public void MakeFiles()
    {
        _root = Directory.CreateTempSubdirectory("dk-files-").FullName;
        foreach (var file in new[] { "d/b.yml", "d/sub/a.yaml", "d/a.verified.json", "d/macros/m.yml", "d/lookups/l.yml", "d/.hidden/x.yml", "other/note.txt" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, file))!);
            File.WriteAllText(Path.Combine(_root, file), "");
        }
    }

    [TearDown]
    public void RemoveFiles() => Directory.Delete(_root, recursive: true);

    [TestCase("d", "d/b.yml d/sub/a.yaml")]
    [TestCase("d/", "d/b.yml d/sub/a.yaml")]
    [TestCase(".", "d/b.yml d/sub/a.yaml")]
    [TestCase("./d/b.yml", "d/b.yml")]
    [TestCase("d/macros/m.yml", "d/macros/m.yml")]
    [TestCase("other/note.txt", "other/note.txt")]
    [TestCase("missing.yml", "missing.yml")]
    [TestCase("other", "")]
    public void A_path_stands_for(string path, string expected)
    {
        Assert.That(string.Join(' ', RuleFiles.Find(_root, [path]).Select(file => file.Shown)), Is.EqualTo(expected));
    }

    [Test]
    public void A_file_that_is_named_twice_counts_once()
    {
        Assert.That(RuleFiles.Find(_root, ["d", "d/b.yml", "d/../d/b.yml"]), Has.Count.EqualTo(2));
    }
}
