using DetectionKit.Testing.Datasets;

namespace DetectionKit.Testing.Tests.Datasets;

internal sealed class AttackDataTests
{
    private const string Base = "https://media.example.org/attack_data/master/datasets/T0000/probe/";

    [Test]
    public void The_new_form_names_each_datasets_file_source_and_source_type() =>
        Assert.That(
            AttackDataReader.Read("probe.yml", "author: x\ndatasets:\n- name: first\n  path: /datasets/T0000/probe/a.log\n  sourcetype: st\n  source: s\n- name: no file\n- path: b.log\n"),
            Is.EqualTo([new AttackDataset("first", "a.log", "st", "s"), new AttackDataset("b.log", "b.log", null, null)]));

    [TestCase("sourcetypes: [st]", "st", "st")]
    [TestCase("sourcetypes: st", "st", "st")]
    [TestCase("sourcetypes: [st, other]", null, null)]
    [TestCase("description: none", null, null)]
    public void The_old_form_lists_urls_and_source_types(string types, string? first, string? second) =>
        Assert.That(
            AttackDataReader.Read("probe.yml", $"dataset:\n- {Base}a.log\n- {Base}b.log\n{types}\n").Select(dataset => (dataset.FileName, dataset.SourceType)),
            Is.EqualTo([("a.log", first), ("b.log", second)]));

    [TestCase("not: a description")]
    [TestCase("[1, 2]")]
    [TestCase("datasets: 5")]
    [TestCase(": : :")]
    public void Anything_else_describes_nothing(string text) => Assert.That(AttackDataReader.Read("x.yml", text), Is.Empty);

    [Test]
    public void A_url_leads_to_its_file_and_a_pointer_or_nothing_is_said_to_be_none()
    {
        var folder = Directory.CreateTempSubdirectory("dk-attack-data-");
        try
        {
            var place = Path.Combine(folder.FullName, "datasets", "T0000", "probe");
            Directory.CreateDirectory(place);
            File.WriteAllText(Path.Combine(place, "a.log"), "{}");
            File.WriteAllText(Path.Combine(place, "p.log"), "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n");
            File.WriteAllText(Path.Combine(place, "probe.yml"), "datasets:\n- name: first\n  path: /datasets/T0000/probe/a.log\n  sourcetype: st\n  source: s\n");
            var data = new AttackDataFolder(folder.FullName);
            Assert.Multiple(() =>
            {
                Assert.That(data.Find(Base + "a.log"), Is.EqualTo(new AttackDataPlace(Path.Combine(place, "a.log"), null, "s", "st")));
                Assert.That(data.Find(Base + "p.log").Reason, Does.Contain("Git LFS pointer"));
                Assert.That(data.Find(Base + "gone.log"), Is.EqualTo(new AttackDataPlace(null, null, null, null)));
                Assert.That(data.Find("https://example.org/../../etc/passwd").File, Is.Null);
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
