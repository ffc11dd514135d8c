using DetectionKit.Testing.Datasets;

namespace DetectionKit.Testing.Tests.Datasets;

public sealed class DatasetReaderTests
{
    [Test]
    public void A_dataset_with_one_file()
    {
        var dataset = Read("name: HTTP\nkind: benign\nfile: capture.pcap\nsha256: ABCD\nsourcetype: detectionkit:pcap\npackets: 3\n", out var problems)!;
        Assert.That(problems, Is.Empty);
        Assert.That((dataset.Name, dataset.Kind, dataset.Technique), Is.EqualTo(("HTTP", DatasetKind.Benign, (string?)null)));
        Assert.That(dataset.Files.Single(), Is.EqualTo(new DatasetFile("datasets/x/capture.pcap", Path.Combine("/root", "capture.pcap"), "abcd", "detectionkit:pcap")));
    }

    [Test]
    public void A_dataset_with_several_files() =>
        Assert.That(Read("kind: attack\nfiles:\n  - file: a.pcap\n  - file: b.log\n", out _)!.Files.Select(file => file.Path), Is.EqualTo(["datasets/x/a.pcap", "datasets/x/b.log"]));

    [TestCase("", "mapping")]
    [TestCase("kind: evil\nfile: a\n", "attack or benign")]
    [TestCase("kind: attack\n", "no data")]
    [TestCase("kind: attack\nfile: ../../a\n", "outside")]
    [TestCase("kind: attack\nfile: /etc/passwd\n", "outside")]
    [TestCase("kind: attack\nfiles: [a, b]\n", "list of mappings")]
    [TestCase("kind: [attack\n", "")]
    public void What_is_wrong_is_said(string text, string message)
    {
        Assert.That(Read(text, out var problems), Is.Null);
        Assert.That(problems.Select(problem => problem.Message), Has.Some.Contains(message));
    }

    [TestCase("https://media.example.org/x/master/datasets/T1003/sysmon.log", ExpectedResult = "T1003/sysmon.log")]
    [TestCase("https://media.example.org/other.log", ExpectedResult = null)]
    [TestCase("https://media.example.org/..%2f..%2fetc/passwd", ExpectedResult = null)]
    public string? A_url_resolves_to_the_longest_tail_that_is_there(string url)
    {
        var folder = Directory.CreateTempSubdirectory("dk-attack-data-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "T1003"));
        File.WriteAllText(Path.Combine(folder, "T1003", "sysmon.log"), "");
        File.WriteAllText(Path.Combine(folder, "sysmon.log"), "");
        var found = AttackData.Resolve(folder, url);
        Directory.Delete(folder, recursive: true);
        return found is null ? null : Path.GetRelativePath(folder, found).Replace('\\', '/');
    }

    private static Dataset? Read(string text, out List<DatasetProblem> problems) => DatasetReader.TryRead("datasets/x", "/root", text, problems = []);
}
