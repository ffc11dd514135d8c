using DetectionKit.Language.Content;
using DetectionKit.Language.Content.Schema;
using DetectionKit.Language.Content.Upgrade;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using DetectionKit.Language.Yaml;

namespace DetectionKit.Language.Tests.Content.Upgrade;

/// <summary>Files of the 2024 generation become such of 5.x; the samples lie beside this file, each with what it becomes.</summary>
public sealed class SchemaUpgradeTests
{
    private static string Folder => Path.Combine(Path.GetDirectoryName(Here())!, "Samples");

    private static IEnumerable<string> Samples =>
        Directory.EnumerateFiles(Folder, "*.yml").Where(file => !file.EndsWith(".upgraded.yml", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Samples))]
    public void A_file_becomes_what_was_reviewed(string name)
    {
        var upgraded = Upgrade(File.ReadAllText(Path.Combine(Folder, name + ".yml")));
        var expected = Path.Combine(Folder, name + ".upgraded.yml");
        if (string.Equals(Environment.GetEnvironmentVariable("DK_ACCEPT"), "1", StringComparison.Ordinal))
            File.WriteAllText(expected, upgraded);
        Assert.That(upgraded, Is.EqualTo(File.ReadAllText(expected)));
    }

    [TestCaseSource(nameof(Samples))]
    public void What_was_upgraded_stays_as_it_is(string name)
    {
        var once = Upgrade(File.ReadAllText(Path.Combine(Folder, name + ".yml")));
        Assert.That(Upgrade(once), Is.EqualTo(once));
        Assert.That(Read(once).Findings, Is.Empty);
        Assert.That(Upgrade(once.ReplaceLineEndings("\r\n")), Is.EqualTo(once.ReplaceLineEndings("\r\n")));
    }

    [TestCaseSource(nameof(Samples))]
    public void Line_breaks_stay_the_files_own(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name + ".yml"));
        Assert.That(Upgrade(text.ReplaceLineEndings("\r\n")), Is.EqualTo(Upgrade(text).ReplaceLineEndings("\r\n")));
    }

    [TestCase("[]")]
    [TestCase("a: b")]
    [TestCase("tags: {observable: []}")]
    [TestCase("tags:\n  observable: []")]
    [TestCase("type: TTP\ntags:\n  observable:\n  - name: x\n  product: []")]
    [TestCase("type: TTP\ntags:\n  observable: 3\n  message:\n  product: []")]
    [TestCase("type: TTP\ntags:\n  observable:\n  - name: x\n  confidence: 79228162514264337593543950335\n  impact: 79228162514264337593543950335\n  product: []")]
    public void Odd_files_are_no_trouble(string text) => Assert.That(Upgrade(Upgrade(text)), Is.EqualTo(Upgrade(text)));

    [Test]
    public void A_key_whose_aliases_say_the_same_a_billion_times_goes_like_any_other()
    {
        var lists = "a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 40).Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n"));
        const string rest = "tags:\n  product: []\n";
        Assert.That(Upgrade(lists + rest + "  context: *a40\n"), Is.EqualTo(lists + rest));
    }

    [TestCase("name: n\ntype: TTP\nasset_type: Network\nintermediate_findings:\n  entities:\n    - field: src\n      type: system\n      score: 10\n      message: m\n")]
    [TestCase("name: n\ntype: TTP\nrisk_score: 10\nmessage: m\nfinding:\n  title: t\n")]
    public void The_flat_form_is_newer_and_stays_as_it_is(string text) => Assert.That(Upgrade(text), Is.EqualTo(text));

    [TestCase("data_sources:\n- One\n", "data_source:\n- One\n")]
    [TestCase("data_source:\n- One\ndata_sources:\n- Two\n", "data_source:\n- One\n")]
    public void Data_sources_keep_what_they_say_under_their_new_name(string old, string expected)
    {
        const string tags = "tags:\n  product: []\n";
        Assert.That(Upgrade("type: Hunting\n" + old + tags + "  risk_score: 1\n"), Is.EqualTo("type: Hunting\n" + expected + tags));
    }

    [Test]
    public void Public_detections_are_upgraded_without_loss()
    {
        var files = Directory.GetFiles(Path.Combine(Corpus.Folder("splunk"), "detections"), "*.yml", SearchOption.AllDirectories);
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            var once = Upgrade(text);
            var (before, after) = (Read(text), Read(once));
            Assert.That(after.Findings, Is.Empty, file);
            Assert.That(after.Syntax!.Search!.Value, Is.EqualTo(before.Syntax!.Search!.Value), file);
            Assert.That(Upgrade(once), Is.EqualTo(once), file);
            if (before.Syntax is { Type.Value: "TTP" or "Anomaly", Risk: { } risk })
            {
                Assert.That(after.Syntax.Generation, Is.EqualTo(SchemaGeneration.Version5), file);
                Assert.That(after.Syntax.Risk?.Message?.Value, Is.EqualTo(risk.Message?.Value), file);
            }
        }

        TestContext.Out.WriteLine($"{files.Length} files");
    }

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;

    private static string Upgrade(string text)
    {
        var source = new SourceText("sample.yml", text);
        return TextEdit.Apply(text, SchemaUpgrade.Edits(YamlDocument.Parse(source, [])));
    }

    private static (DetectionSyntax? Syntax, IEnumerable<string> Findings) Read(string text)
    {
        var diagnostics = new DiagnosticBag();
        var syntax = DetectionReader.Read(YamlDocument.Parse(new SourceText("sample.yml", text), diagnostics), diagnostics);
        return (syntax, diagnostics.Select(found => $"{found.Span.Start.Line} {found.Message}"));
    }
}
