namespace DetectionKit.NUnit.Tests;

public sealed class DetectionRepositoryTests
{
    private const string Rule = "detections/network/https_on_non_standard_port.yml";
    private string _folder = "";

    [SetUp]
    public void CopyOneRule()
    {
        _folder = Directory.CreateTempSubdirectory("dk-nunit-").FullName;
        foreach (var path in new[] { "detections/macros", "detections/lookups", "datasets/T1571/tls_on_8088" })
            Copy(path);
        foreach (var path in new[] { Rule, Path.ChangeExtension(Rule, ".verified.json") })
            CopyFile(path);
    }

    [TearDown]
    public void RemoveCopy() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Every_detection_meets_every_dataset()
    {
        var found = DetectionRepository.Around(Path.Combine(_folder, "detections", "network"));
        Assert.That(found.Pairs, Is.EqualTo([(Rule, "HTTPS on a Non-Standard Port", "datasets/T1571/tls_on_8088")]));
    }

    [Test]
    public void A_snapshot_that_lacks_a_row_shows_it()
    {
        File.WriteAllText(Path.Combine(_folder, Path.ChangeExtension(Rule, ".verified.json")), "{}");
        var found = DetectionRepository.Around(_folder);
        Assert.That(found.Difference(Rule, "datasets/T1571/tls_on_8088"), Does.Contain("8088").And.Contain("+"));
    }

    [Test]
    public void A_rule_that_does_not_compile_is_a_case()
    {
        var file = Path.Combine(_folder, Rule);
        File.WriteAllText(file, File.ReadAllText(file).Replace("dest_port", "dest_prot", StringComparison.Ordinal));
        var found = DetectionRepository.Around(_folder);
        Assert.That(found.Pairs, Is.Empty);
        Assert.That(found.Wholes.Where(one => string.Equals(one.File, Rule, StringComparison.Ordinal)).SelectMany(one => found.CasesOf(one.File, one.Name)).Select(one => one.Message), Has.Some.Contains("dest_prot"));
    }

    [Test]
    public void Without_detections_above_there_is_a_clear_error() =>
        Assert.That(() => DetectionRepository.Around(Path.GetTempPath()), Throws.InstanceOf<DirectoryNotFoundException>().With.Message.Contains("detections/ and datasets/"));

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "DetectionKit.sln")))
            at = at.Parent;
        return at!.FullName;
    }

    private void Copy(string folder)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Root(), folder)))
            CopyFile(Path.Combine(folder, Path.GetFileName(file)));
    }

    private void CopyFile(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, path))!);
        File.Copy(Path.Combine(Root(), path), Path.Combine(_folder, path));
    }
}
