using DetectionKit.Workspace.Checking;

namespace DetectionKit.Workspace.Tests.Caching;

public sealed class CacheTests
{
    private const string Rule = """
        name: Cached
        id: 6b1e3f52-5f0e-4d55-9f0c-2f8d5e0b7a11
        version: 1
        date: '2026-01-31'
        author: DetectionKit
        status: experimental
        type: Hunting
        description: A rule for the tests of the cache.
        search: '| tstats `outer` count from datamodel=Network_Traffic by All_Traffic.src_ip'
        how_to_implement: Not at all.
        known_false_positives: None.
        tags: {analytic_story: [Samples], asset_type: Network, product: [Splunk Enterprise], security_domain: network}
        """;

    private string _root = "";

    [SetUp]
    public void MakeWorkspace()
    {
        _root = Directory.CreateTempSubdirectory("dk-cache-").FullName;
        Write("cached.yml", Rule);
        Write("macros/outer.yml", "name: outer\ndefinition: '`inner`'\n");
        Write("macros/inner.yml", "name: inner\ndefinition: summariesonly=false\n");
        Write("macros/unused.yml", "name: unused\ndefinition: a=1\n");
    }

    [TearDown]
    public void RemoveWorkspace() => Directory.Delete(_root, recursive: true);

    [Test]
    public void An_unchanged_rule_is_not_compiled_again_and_keeps_its_image()
    {
        var first = Check();
        var second = Check();
        Assert.That((first.Compiled, second.Compiled), Is.EqualTo((1, 0)));
        Assert.That(second.Files.Single().Image!.Assembly, Is.EqualTo(first.Files.Single().Image!.Assembly));
        Assert.That(second.Files.Single().ClassName, Is.EqualTo(first.Files.Single().ClassName));
    }

    [TestCase("cached.yml", 1, TestName = "A_changed_rule_is_compiled_again")]
    [TestCase("macros/outer.yml", 1, TestName = "A_changed_macro_makes_its_rules_compile_again")]
    [TestCase("macros/inner.yml", 1, TestName = "A_macro_that_is_reached_through_another_makes_its_rules_compile_again")]
    [TestCase("macros/unused.yml", 0, TestName = "A_macro_that_a_rule_does_not_reach_leaves_its_verdict")]
    public void A_change_compiles_what_depends_on_it(string file, int compiled)
    {
        Check();
        Write(file, File.ReadAllText(Path.Combine(_root, file)) + "\n# changed\n");
        Assert.That(Check().Compiled, Is.EqualTo(compiled));
        Assert.That(Check().Compiled, Is.Zero);
    }

    [Test]
    public void A_changed_row_of_a_lookup_gives_its_rules_another_key()
    {
        Write("lookups/ports.yml", "name: ports\nlookup_type: csv\ndescription: d\n");
        Write("lookups/ports.csv", "port,name\n80,http\n");
        Write("cached.yml", Rule.Replace("by All_Traffic.src_ip'", "by All_Traffic.dest_port | lookup ports port AS All_Traffic.dest_port OUTPUT name'", StringComparison.Ordinal));
        Write("other.yml", Rule.Replace("name: Cached", "name: Other", StringComparison.Ordinal).Replace("7a11", "7a12", StringComparison.Ordinal));
        var before = Check();
        Write("lookups/ports.csv", "port,name\n80,web\n");
        var after = Check();
        Assert.That(after.Ok, string.Join('\n', after.Diagnostics.Select(found => found.Message)));
        Assert.That(Of(after, "cached.yml").Key, Is.Not.EqualTo(Of(before, "cached.yml").Key));
        Assert.That(Of(after, "other.yml").Key, Is.EqualTo(Of(before, "other.yml").Key));
    }

    [TestCase("filename: known_ports.csv")]
    [TestCase("filename: known_ports.csv  # where they are")]
    [TestCase("filename: 'known_ports.csv' # where they are")]
    [TestCase("filename: >-\n  known_ports.csv")]
    [TestCase("\"filename\": known_ports.csv")]
    public void A_lookup_can_be_named_by_its_file_and_a_changed_file_is_seen(string fileName)
    {
        Write("lookups/known.yml", $"name: ports\n{fileName}\nlookup_type: csv\ndescription: d\n");
        Write("lookups/known_ports.csv", "port,name\n80,http\n");
        Write("cached.yml", Rule.Replace("by All_Traffic.src_ip'", "by All_Traffic.dest_port | lookup known_ports.csv port AS All_Traffic.dest_port OUTPUT name'", StringComparison.Ordinal));
        var before = Check();
        Assert.That(before.Diagnostics, Is.Empty);
        Write("lookups/known_ports.csv", "port,title\n80,web\n");
        Assert.That(Check().Ok, Is.False);
    }

    [Test]
    public void An_unchanged_rule_says_its_name_and_tests_without_being_parsed()
    {
        Write("cached.yml", Rule + "\ntests:\n  - name: True Positive Test\n    attack_data:\n      - {data: a.pcap, source: s, sourcetype: t}\n");
        Check();
        var summary = Of(Check(), "cached.yml").Summary;
        Assert.That((summary.Name, summary.HasFalsePositives), Is.EqualTo(("Cached", true)));
        Assert.That(summary.Tests.Select(test => (test.Name, test.Line, Data: test.Data.Single().Data)), Is.EqualTo([((string?)"True Positive Test", 14, "a.pcap")]));
    }

    [Test]
    public void A_macro_that_appears_mends_the_rule_that_missed_it()
    {
        File.Delete(Path.Combine(_root, "macros", "inner.yml"));
        Assert.That(Check().Ok, Is.False);
        Write("macros/inner.yml", "name: inner\ndefinition: summariesonly=false\n");
        Assert.That(Check().Ok, Is.True);
    }

    [Test]
    public void A_damaged_cache_is_a_miss([Values("index.bin", "*.image")] string pattern, [Values] bool isCutShort)
    {
        Check();
        var file = Directory.EnumerateFiles(Path.Combine(_root, ".cache"), pattern).Single();
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0xFF;
        File.WriteAllBytes(file, isCutShort ? bytes[..(bytes.Length / 3)] : bytes);
        var result = Check();
        Assert.That(result.Compiled, Is.EqualTo(1));
        Assert.That(result.Files.Single().Image, Is.Not.Null);
    }

    [Test]
    public void Checks_at_the_same_time_share_a_cache()
    {
        Parallel.For(0, 8, _ => Assert.That(Check().Ok, Is.True));
        Assert.That(Check().Compiled, Is.Zero);
    }

    [Test]
    public void A_cached_diagnostic_is_the_one_that_was_found()
    {
        Write("macros/inner.yml", "name: inner\ndefinition: summariesonlyy=false\n");
        var first = Check().Files.Single().Diagnostics;
        var second = Check().Files.Single().Diagnostics;
        Assert.That(first, Is.Not.Empty);
        Assert.That(second.Select(found => (found.Message, found.Span.Source.Path, found.Span.Span, found.Labels.Length, found.Fix?.Text)),
            Is.EqualTo(first.Select(found => (found.Message, found.Span.Source.Path, found.Span.Span, found.Labels.Length, found.Fix?.Text))));
    }

    private static CheckedFile Of(CheckResult result, string path) => result.Files.Single(file => string.Equals(file.Path, path, StringComparison.Ordinal));

    private CheckResult Check() =>
        DetectionWorkspace.Open(new WorkspaceOptions(_root) { ContentFolder = ".", CacheFolder = Path.Combine(_root, ".cache") }).Check(["."]);

    private void Write(string file, string text)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
