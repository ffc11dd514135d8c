using DetectionKit.Language.Content.Lookups;
using DetectionKit.Language.Content.Macros;
using DetectionKit.Language.Content.Schema;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using DetectionKit.Language.Yaml;

namespace DetectionKit.Language.Tests.Content;

public sealed class MutationTests
{
    private const string Units = " \t\n\r:-'\"`|>#&*!?{}[],\\$%@~\uFEFF\u2028\ud800ab1";

    private static readonly string[] Bases =
    [
        """
        name: A Rule
        id: 6b1e3f52-5f0e-4d55-9f0c-2f8d5e0b7a11
        version: 1
        date: '2026-01-31'
        author: Somebody
        status: production
        type: TTP
        description: >-
          Folded text
          over lines.
        data_source: []
        search: '| tstats `options` count from datamodel=Network_Traffic where a="it''s"
          by b | `drop_dm_object_name("b")` | `a_rule_filter`'
        how_to_implement: "escaped \t \u00e9 \
          text"
        known_false_positives: None.
        references:
        - https://example.org/
        drilldown_searches:
        - name: d
          search: '%original_detection_search%'
          earliest_offset: $info_min_time$
          latest_offset: $info_max_time$
        rba: {message: m, risk_objects: [{field: f, type: system, score: 5}], threat_objects: []}
        tags: &tags
          analytic_story: [Story]
          asset_type: Network
          mitre_attack_id:
            - T1571
          product: [Splunk Enterprise]
          security_domain: network
          throttling: {fields: [a, b], period: 1h}
        tests:
        - name: t
          attack_data:
          - data: datasets/x.pcap
            source: s
            sourcetype: t
        """,
        """
        name: Older
        tags:
          observable:
          - name: user
            type: User
            role: [Victim]
          risk_score: 25.0
        search: |2-
            | makeresults
             | eval a=1
        """,
        """
        name: options
        arguments: [a]
        definition: >+
          summariesonly=false `options($a$)`

          more

        """,
        """
        name: ports
        filename: ports.csv
        match_type: WILDCARD(app), CIDR(net)
        case_sensitive_match: 'false'
        min_matches: 1
        default_match: none
        """,
    ];

    [Test]
    public void Ten_thousand_mutated_files_are_read_without_an_exception([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 1000; i++)
        {
            var text = Bases[random.Next(Bases.Length)];
            for (var count = random.Next(1, 6); count > 0; count--)
                text = Mutate(text, random);
            Assert.That(() => Read(text), Throws.Nothing, text);
        }
    }

    private static void Read(string text)
    {
        var diagnostics = new DiagnosticBag();
        var document = YamlDocument.Parse(new SourceText("a_rule.yml", text), diagnostics);
        MacroDefinition[] macros = MacroReader.Read(document, diagnostics) is { } macro ? [macro] : [];
        LookupReader.Read(document, diagnostics);
        if (DetectionReader.Read(document, diagnostics) is { Search: { } search })
            MacroExpander.Expand(search.ToSearchText(), new MacroLibrary(macros), "a_rule", diagnostics);
        foreach (var found in diagnostics)
        {
            // Whatever is reported must lie in the file.
            _ = found.Span.Source.Text.Substring(found.Span.Span.Start, found.Span.Span.Length);
            _ = found.Span.Source.LineAt(found.Span.Start.Line);
        }
    }

    private static string Mutate(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        return random.Next(5) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Units[random.Next(Units.Length)].ToString()),
            2 => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
            3 => text[..at],
            _ => text.Remove(at, Math.Min(1, length)).Insert(at, Units[random.Next(Units.Length)].ToString()),
        };
    }
}
