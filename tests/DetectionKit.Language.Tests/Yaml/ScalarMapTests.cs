using DetectionKit.Language.Text;
using DetectionKit.Language.Yaml;
using DetectionKit.Language.Yaml.Scalars;
using static DetectionKit.Language.Tests.Yaml.YamlText;

namespace DetectionKit.Language.Tests.Yaml;

public sealed class ScalarMapTests
{
    // Each: a document whose key `s` holds a scalar with the word "typo", which the map must find in the file.
    [TestCase("s: a typo b\n", 1, 6)]
    [TestCase("s: first\n  line typo b\n", 2, 8)]
    [TestCase("s: first   \n\n\n   line typo b\n", 4, 9)]
    [TestCase("s: 'it''s a typo'\n", 1, 13)]
    [TestCase("s: 'one\n  ''two''\n\n  typo'\n", 4, 3)]
    [TestCase("s: \"\\t\\x41\\u00e9 typo\"\n", 1, 18)]
    [TestCase("s: \"\\U0001F600 typo\"\n", 1, 16)]
    [TestCase("s: \"one \\\n   \\  typo\"\n", 2, 7)]
    [TestCase("s: >\n  one\n  two\n\n  typo\n", 5, 3)]
    [TestCase("s: >-\n  one\n    more typo\n  x\n", 3, 10)]
    [TestCase("s: |+\n  one\n\n  typo\n\n\n", 4, 3)]
    [TestCase("s: |2\n    typo\n  x\n", 2, 5)]
    [TestCase("s: >2- # why\n    typo\n  x\n", 2, 5)]
    [TestCase("s: >\r\n  one\r\n  typo two\r\n", 3, 3)]
    [TestCase("\uFEFFs: a typo\n", 1, 7)]
    [TestCase("s: &here >\n  one\n  typo\n", 3, 3)]
    [TestCase("s: !!str 'a typo'\n", 1, 13)]
    [TestCase("s: a\ttypo\n", 1, 6)]
    [TestCase("s: |\n  a\tb\n  \ttypo\n", 3, 4)]
    [TestCase("s: |-\n  typo", 2, 3)]
    public void A_place_in_a_scalar_is_found_in_the_file(string text, int line, int column)
    {
        var scalar = Scalar(text);
        var span = scalar.Locate(new TextSpan(scalar.Value.IndexOf("typo", StringComparison.Ordinal), 4));
        Assert.That(span.Start, Is.EqualTo(new LinePosition(line, column)));
        Assert.That(span.Source.Text.Substring(span.Span.Start, span.Span.Length), Is.EqualTo("typo"));
    }

    [Test]
    public void An_alias_leads_to_where_its_anchor_stands()
    {
        var root = (YamlMapping)Parse("a: &x one two\nb: *x\n").Root!;
        var scalar = (YamlScalar)root.Find("b")!.Value;
        Assert.That(scalar.Locate(new TextSpan(4, 3)).Start, Is.EqualTo(new LinePosition(1, 11)));
    }

    [Test]
    public void Scalars_in_any_style_read_as_the_parser_reads_them([Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 100; i++)
        {
            var text = ScalarGenerator.Document(random);
            foreach (var scalar in Scalars(Parse(text).Root))
                AssertMapped(scalar, text);
        }
    }

    [Test]
    public void Every_scalar_of_the_public_detections_reads_as_the_parser_reads_it()
    {
        var folder = Corpus.Folder("splunk");
        foreach (var file in Directory.EnumerateFiles(folder, "*.yml", SearchOption.AllDirectories))
        {
            var document = Parse(File.ReadAllText(file), out var diagnostics);
            Assert.That(diagnostics, Is.Empty, file);
            foreach (var scalar in Scalars(document.Root))
                AssertMapped(scalar, file);
        }
    }

    private static YamlScalar Scalar(string text) => (YamlScalar)((YamlMapping)Parse(text).Root!).Find("s")!.Value;

    private static void AssertMapped(YamlScalar scalar, string where)
    {
        var offsets = ScalarMap.TryRead(scalar.Span, scalar.Value, scalar.Style);
        Assert.That(offsets, Is.Not.Null, $"{where}\n[{scalar.Style}] {scalar.Value}");
        Assert.That(offsets!.Value, Has.Length.EqualTo(scalar.Value.Length + 1));
        for (var i = 1; i < offsets.Value.Length; i++)
        {
            if (offsets.Value[i] < offsets.Value[i - 1] || offsets.Value[i] > scalar.Span.Span.End)
                Assert.Fail($"{where}: offsets fall or leave the scalar at {i} of {scalar.Value}");
        }
    }
}
