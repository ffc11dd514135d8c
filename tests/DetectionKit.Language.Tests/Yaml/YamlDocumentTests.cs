using DetectionKit.Language.Text;
using static DetectionKit.Language.Tests.Yaml.YamlText;

namespace DetectionKit.Language.Tests.Yaml;

public sealed class YamlDocumentTests
{
    [TestCase("name: a\n id: b\n", "DK0003", 2, 2)]
    [TestCase("tags:\n  a: 1\n b: 2\n", "DK0003", 3, 2)]
    [TestCase("tags:\n  a:\n  - x\n   - y\n  b: 2\n c: 3\n", "DK0003", 6, 2)]
    [TestCase("a: 1\nb: [1, 2\nc: 3\n", "DK0001", 2, 4)]
    [TestCase("a: 'open\nb: 2\n", "DK0001", 1, 4)]
    [TestCase("a: \"x\\q\"\n", "DK0001", 1, 6)]
    [TestCase("a: @b\n", "DK0001", 1, 4)]
    [TestCase("a: 1\nb\n", "DK0001", 2, 1)]
    [TestCase("a: 1\n\tb: 2\n", "DK0001", 2, 1)]
    [TestCase("a: 1\nb: 2\na: 3\n", "DK0002", 3, 1)]
    [TestCase("[a]: 1\n", "DK0004", 1, 1)]
    [TestCase("a: *x\n", "DK0005", 1, 4)]
    [TestCase("a: 1\n---\nb: 2\n", "DK0006", 2, 1)]
    public void What_is_wrong_is_reported_at_its_character(string text, string code, int line, int column)
    {
        Parse(text, out var diagnostics);
        Assert.That(diagnostics.Select(found => (found.Descriptor.Code, found.Span.Start, found.Message)).ToList(), Has.Count.EqualTo(1));
        var first = diagnostics.First();
        Assert.That((first.Descriptor.Code, first.Span.Start), Is.EqualTo((code, new LinePosition(line, column))), first.Message);
    }

    [Test]
    public void Deep_nesting_is_refused()
    {
        Parse(new string('[', 5000), out var diagnostics);
        Assert.That(diagnostics.Single().Message, Does.Contain("too deeply"));
    }

    [TestCase("")]
    [TestCase("# only a comment\n")]
    public void An_empty_file_has_no_root_and_no_error(string text)
    {
        Assert.That(Parse(text, out var diagnostics).Root, Is.Null);
        Assert.That(diagnostics, Is.Empty);
    }
}
