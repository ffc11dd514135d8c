using DetectionKit.Abstractions.Lookups;
using DetectionKit.Language.Content.Lookups;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using DetectionKit.Language.Yaml;

namespace DetectionKit.Language.Tests.Content;

public sealed class LookupReaderTests
{
    [TestCase("name: a\nfilename: a.csv\n", LookupKind.Csv)]
    [TestCase("name: a\nlookup_type: csv\n", LookupKind.Csv)]
    [TestCase("name: a\ncollection: a\nfields_list: x, y\n", LookupKind.KvStore)]
    [TestCase("name: a\nfilename: __mlspl_a.mlmodel\n", LookupKind.MlModel)]
    public void The_kind_is_told_by_the_keys(string text, LookupKind kind)
    {
        Assert.That(Read(text).Kind, Is.EqualTo(kind));
    }

    [Test]
    public void A_definition_says_how_columns_match()
    {
        var definition = Read("name: a\nfilename: a.csv\nmatch_type: WILDCARD(x), CIDR(y)\ncase_sensitive_match: 'false'\nmin_matches: 1\nmax_matches: 2\ndefault_match: none\n");
        var table = definition.ToTable(["x", "y"], []);
        Assert.That((table.Matches["x"], table.Matches["y"]), Is.EqualTo((LookupMatch.Wildcard, LookupMatch.Cidr)));
        Assert.That((table.CaseSensitive, table.MinMatches, table.MaxMatches, table.DefaultMatch), Is.EqualTo((false, 1, 2, "none")));
    }

    private static LookupDefinition Read(string text)
    {
        var diagnostics = new DiagnosticBag();
        var definition = LookupReader.Read(YamlDocument.Parse(new SourceText("a.yml", text), diagnostics), diagnostics)!;
        Assert.That(diagnostics.Select(found => found.Message), Is.Empty);
        return definition;
    }
}
