using DetectionKit.Language.Binding;
using DetectionKit.Language.Content.Macros;
using DetectionKit.Language.Content.Schema;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Spl;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Text;
using DetectionKit.Language.Yaml;

namespace DetectionKit.Language.Tests.Spl;

/// <summary>Searches that others wrote: what is not built says so at its token, and nothing else is wrong with their grammar.</summary>
internal sealed class PublicSearchesTests
{
    [Test]
    public void Every_public_search_is_read_or_its_unsupported_part_is_diagnosed()
    {
        var wrong = new List<string>();
        int read = 0, unsupported = 0;
        foreach (var (file, search) in Searches())
        {
            var bag = new DiagnosticBag();
            SplParser.Parse(search, bag);
            if (!bag.HasErrors)
                read++;
            else if (IsUnsupported(bag.First(found => found.Severity == Severity.Error)))
                unsupported++;
            else
                wrong.Add($"{file}: {SplTest.Found(bag)}");
        }

        TestContext.Out.WriteLine($"{read} read, {unsupported} use what is not built, {wrong.Count} not read");
        TestContext.Out.WriteLine(string.Join('\n', wrong));
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Public_searches_are_bound_and_what_is_found_in_them_is_counted()
    {
        var codes = new SortedDictionary<string, (int Count, string Example)>(StringComparer.Ordinal);
        var bound = 0;
        foreach (var (file, search) in Searches())
        {
            var bag = new DiagnosticBag();
            bound += SplCompiler.Compile(search, SplTest.Info, LookupSchemas.None, bag) is null ? 0 : 1;
            foreach (var found in bag)
            {
                var (count, example) = codes.GetValueOrDefault(found.Descriptor.Code);
                codes[found.Descriptor.Code] = (count + 1, example ?? $"{file}: {found.Message}");
                if (found.Descriptor.Code is "DK3009" or "DK3017" or "DK3011" or "DK3012" or "DK2012" or "DK2013" or "DK3004" or "DK3005" or "DK3014" or "DK3010" or "DK3018")
                    TestContext.Out.WriteLine($"{found.Descriptor.Code} {file}: {found.Message}");
            }
        }

        TestContext.Out.WriteLine($"{bound} bound");
        foreach (var (code, (count, example)) in codes)
            TestContext.Out.WriteLine($"{code} {count} {example}");
        Assert.That(bound, Is.Positive);
    }

    [Test]
    public void The_public_port_mismatch_search_binds_without_a_finding()
    {
        var (_, search) = Searches("protocol_or_port_mismatch").Single();
        var bag = new DiagnosticBag();
        DetectionPlan? plan = SplCompiler.Compile(search, SplTest.Info, LookupSchemas.None, bag);
        Assert.Multiple(() =>
        {
            Assert.That(SplTest.Found(bag), Is.Empty);
            Assert.That(plan?.Schema.Columns, Is.EqualTo(new[] { "src_ip", "dest_ip", "app", "dest_port", "count", "firstTime", "lastTime" }));
        });
    }

    private static bool IsUnsupported(Diagnostic found) => found.Descriptor.Code is "DK2008" or "DK2030";

    private static IEnumerable<(string File, SearchText Search)> Searches(string name = "*")
    {
        var folder = Corpus.Folder("splunk");
        var ignored = new DiagnosticBag();
        var library = new MacroLibrary(Files(folder, "macros", "*").Select(file => MacroReader.Read(Parse(file), ignored)).OfType<MacroDefinition>());
        // Rules that were given up are not all right themselves.
        foreach (var file in Files(folder, "detections", name).Where(file => !file.Contains("deprecated", StringComparison.Ordinal)))
        {
            if (DetectionReader.Read(Parse(file), ignored)?.Search is not { } search)
                continue;
            var stem = Path.GetFileNameWithoutExtension(file);
            yield return (stem, MacroExpander.Expand(search.ToSearchText(), library, stem, ignored).Search);
        }
    }

    private static IOrderedEnumerable<string> Files(string folder, string kind, string name) =>
        Directory.EnumerateFiles(Path.Combine(folder, kind), name + ".yml", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static YamlDocument Parse(string file) => YamlDocument.Parse(new SourceText(Path.GetFileName(file), File.ReadAllText(file)), new DiagnosticBag());
}
