using System.Collections.Immutable;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Stages;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Stages;

/// <summary>Search Reference: lookup; transforms.conf.</summary>
public sealed class LookupStageTests
{
    private static readonly LookupTable Ports = new()
    {
        Name = "ports",
        Columns = ["app", "port", "note"],
        Rows = [["http", "80", "web"], ["http", "8080", ""], ["ssl", "443", "tls"]],
    };

    private static readonly LookupTable Networks = new()
    {
        Name = "networks",
        Columns = ["net", "place"],
        Rows = [["10.0.0.0/8", "inside"], ["10.1.0.0/16", "lab"], ["2001:db8::/32", "docs"], ["rubbish", "never"]],
        Matches = ImmutableDictionary<string, LookupMatch>.Empty.Add("net", LookupMatch.Cidr),
        MaxMatches = 1,
    };

    private static readonly LookupTable Names = new()
    {
        Name = "names",
        Columns = ["name", "kind"],
        Rows = [["*.example.com", "ours"], ["A?b\\*", "odd"], ["*", "any"]],
        Matches = ImmutableDictionary<string, LookupMatch>.Empty.Add("name", LookupMatch.Wildcard),
        CaseSensitive = false,
    };

    [TestCase("app=ssl", "app=ssl port=443 note=tls", TestName = "Lookup_adds_all_columns_that_are_no_input")]
    [TestCase("app=http", "app=http port=80 port=8080 note=web", TestName = "Lookup_makes_several_matches_a_multivalue")]
    [TestCase("app=ssl app=http", "app=ssl app=http port=443 port=80 port=8080 note=tls note=web", TestName = "Lookup_looks_every_item_up")]
    [TestCase("app=HTTP", "app=HTTP", TestName = "Lookup_minds_case_unless_told")]
    [TestCase("x=1 port=5", "x=1 port=5", TestName = "Lookup_leaves_a_row_that_lacks_the_input")]
    [TestCase("app=dns port=5", "app=dns", TestName = "Lookup_without_match_empties_the_output")]
    public void Exact(string row, string expected) => Assert.That(Run(Ports, [new("app", "app")], [], row), Is.EqualTo(expected));

    [TestCase("src=10.2.3.4", "src=10.2.3.4 where=inside", TestName = "Lookup_by_network_takes_the_first_that_holds_the_address")]
    [TestCase("src=2001:db8::1", "src=2001:db8::1 where=docs", TestName = "Lookup_by_network_knows_version_six")]
    [TestCase("src=host", "src=host", TestName = "Lookup_by_network_of_no_address_matches_nothing")]
    public void Cidr(string row, string expected) => Assert.That(Run(Networks, [new("net", "src")], [new("place", "where")], row), Is.EqualTo(expected));

    [TestCase("n=WWW.example.com", "n=WWW.example.com kind=ours kind=any", TestName = "Lookup_by_pattern_without_case")]
    [TestCase("n=a?b\\c", "n=a?b\\c kind=odd kind=any", TestName = "Lookup_by_pattern_has_no_other_special_character")]
    [TestCase("n=axb\\c", "n=axb\\c kind=any", TestName = "Lookup_by_pattern_reads_a_question_mark_as_itself")]
    public void Wildcard(string row, string expected) => Assert.That(Run(Names, [new("name", "n")], [], row), Is.EqualTo(expected));

    [Test]
    public void Two_inputs_must_both_match() =>
        Assert.That(Run(Ports, [new("app", "app"), new("port", "p")], [new("note", "note")], "app=http p=443"), Is.EqualTo("app=http p=443"));

    [Test]
    public void Outputnew_keeps_what_is_there() =>
        Assert.That(Run(Ports, [new("app", "app")], [new("port", "port"), new("note", "n")], "app=ssl port=1", keep: true), Is.EqualTo("app=ssl port=1 n=tls"));

    [Test]
    public void Too_few_matches_are_filled_up_with_the_default()
    {
        var table = Ports with { MinMatches = 1, DefaultMatch = "false" };
        Assert.That(Run(table, [new("app", "app")], [new("note", "note")], "app=dns"), Is.EqualTo("app=dns note=false"));
    }

    [Test]
    public void An_unknown_lookup_matches_nothing() =>
        Assert.That(Run(Ports with { Name = "other" }, [new("app", "app")], [], "app=ssl", asked: "ports"), Is.EqualTo("app=ssl"));

    private static string Run(LookupTable table, ImmutableArray<LookupField> inputs, ImmutableArray<LookupField> outputs, string row, bool keep = false, string? asked = null) =>
        Some.Text(StageCatalogue.Run([new LookupSpec(asked ?? table.Name, inputs, outputs, keep)], Some.Rows(row), Some.Context(table)).Single());
}
