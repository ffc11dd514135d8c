using DetectionKit.Language.Content.Lookups;
using DetectionKit.Language.Content.Macros;
using DetectionKit.Language.Content.Schema;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using DetectionKit.Language.Yaml;

namespace DetectionKit.Language.Tests.Content;

public sealed class PublicDetectionsTests
{
    [Test]
    public void Every_public_detection_macro_and_lookup_is_read_without_an_error()
    {
        var folder = Corpus.Folder("splunk");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var diagnostics = new DiagnosticBag();
        var library = new MacroLibrary(Files(folder, "macros").Select(file => MacroReader.Read(Parse(file, diagnostics), diagnostics)!));
        foreach (var file in Files(folder, "lookups"))
            LookupReader.Read(Parse(file, diagnostics), diagnostics);
        var count = 0;
        foreach (var file in Files(folder, "detections"))
        {
            var syntax = DetectionReader.Read(Parse(file, diagnostics), diagnostics)!;
            MacroExpander.Expand(syntax.Search!.ToSearchText(), library, Path.GetFileNameWithoutExtension(file), diagnostics);
            count++;
        }

        TestContext.Out.WriteLine($"{count} detections in {clock.ElapsedMilliseconds} ms");
        foreach (var group in diagnostics.GroupBy(found => found.Descriptor.Code, StringComparer.Ordinal))
            TestContext.Out.WriteLine($"{group.Key} {group.Count()} {group.First().Span.Source.Path}:{group.First().Span.Start.Line} {group.First().Message}");
        var errors = diagnostics.Where(found => found.Severity == Severity.Error).Select(found => $"{found.Span.Source.Path}:{found.Span.Start.Line} {found.Message}");
        Assert.That(errors, Is.Empty);
    }

    private static IOrderedEnumerable<string> Files(string folder, string kind) =>
        Directory.EnumerateFiles(Path.Combine(folder, kind), "*.yml", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static YamlDocument Parse(string file, DiagnosticBag diagnostics) =>
        YamlDocument.Parse(new SourceText(Path.GetFileName(file), File.ReadAllText(file)), diagnostics);
}
