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

    [Test]
    public void A_definition_says_from_when_rows_hold_and_then_one_match_is_taken()
    {
        var table = Read("name: a\nfilename: a.csv\ntime_field: start\ntime_format: '%Y-%m-%d'\nmin_offset_secs: 5\nmax_offset_secs: 86400\n").ToTable(["x", "start"], []);
        Assert.That((table.Time, table.MaxMatches), Is.EqualTo((new LookupTime("start") { Format = "%Y-%m-%d", MinOffset = 5, MaxOffset = 86_400 }, 1)));
    }

    private static LookupDefinition Read(string text)
    {
        var diagnostics = new DiagnosticBag();
        var definition = LookupReader.Read(YamlDocument.Parse(new SourceText("a.yml", text), diagnostics), diagnostics)!;
        Assert.That(diagnostics.Select(found => found.Message), Is.Empty);
        return definition;
    }
}
