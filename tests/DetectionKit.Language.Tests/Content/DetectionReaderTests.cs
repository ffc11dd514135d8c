using DetectionKit.Language.Content;
using DetectionKit.Language.Content.Schema;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using DetectionKit.Language.Yaml;

namespace DetectionKit.Language.Tests.Content;

public sealed class DetectionReaderTests
{
    private const string Head = """
        name: A Rule
        id: 6B1E3F52-5f0e-4d55-9f0c-2f8d5e0b7a11
        version: 3
        author: Somebody
        status: production
        type: TTP
        description: Text.
        search: '| tstats count from datamodel=Network_Traffic'
        how_to_implement: Text.
        known_false_positives: Text.
        tests:
        - name: One
          attack_data:
          - data: datasets/one.pcap
            source: capture
            sourcetype: detectionkit:pcap
            custom_index: main

        """;

    private const string Version5 = Head + """
        date: '2026-01-31'
        rba:
          message: $src$ did it
          risk_objects:
          - field: src
            type: system
            score: 40
          threat_objects:
          - field: dest
            type: ip_address
        tags:
          analytic_story: [Story]
          asset_type: Network
          mitre_attack_id: [T1571, T1048.003]
          product: [Splunk Enterprise]
          security_domain: network
          throttling:
            fields: [src, dest]
            period: 24h
        """;

    private const string Version4 = Head + """
        date: '2024-10-17'
        tags:
          analytic_story: [Story]
          asset_type: Network
          confidence: 50
          impact: 80
          message: $src$ did it
          mitre_attack_id: [T1571, T1048.003]
          observable:
          - name: src
            type: Hostname
            role: [Victim]
          - name: dest
            type: IP Address
            role: [Attacker]
          product: [Splunk Enterprise]
          required_fields: [_time]
          risk_score: 40.0
          security_domain: network
        """;

    private const string Flat = Head + """
        creation_date: '2025-12-01'
        modification_date: '2026-01-31'
        intermediate_findings:
          entities:
          - field: src
            type: system
            score: 40
            message: $src$ did it
        threat_objects:
        - field: dest
          type: ip_address
        analytic_story: [Story]
        asset_type: Network
        mitre_attack_id: [T1571, T1048.003]
        product: [Splunk Enterprise]
        security_domain: network
        """;

    [TestCase(Version5, SchemaGeneration.Version5)]
    [TestCase(Version4, SchemaGeneration.Version4)]
    [TestCase(Flat, SchemaGeneration.Flat)]
    public void Every_generation_of_the_schema_says_the_same(string text, SchemaGeneration generation)
    {
        var diagnostics = new DiagnosticBag();
        var detection = DetectionReader.Read(YamlDocument.Parse(new SourceText("a_rule.yml", text), diagnostics), diagnostics)!;
        Assert.That(diagnostics.Select(found => found.Message), Is.Empty);
        Assert.That(detection.Generation, Is.EqualTo(generation));
        Assert.That((detection.Name?.Value, detection.Version?.Value, detection.Type?.Value), Is.EqualTo(("A Rule", 3, "TTP")));
        Assert.That(detection.Tags.AttackIds.Select(id => id.Value), Is.EqualTo(new[] { "T1571", "T1048.003" }));
        Assert.That(detection.Risk!.Objects.Select(item => (item.Field.Value, item.Score)), Is.EqualTo(new[] { ("src", (int?)40) }));
        Assert.That(detection.Risk.Threats.Select(item => item.Field.Value), Is.EqualTo(new[] { "dest" }));
        var data = detection.Tests.Single().AttackData.Single();
        Assert.That((data.Data.Value, data.SourceType?.Value, data.CustomIndex?.Value), Is.EqualTo(("datasets/one.pcap", "detectionkit:pcap", "main")));
    }

    [Test]
    public void Throttling_names_its_fields_and_period()
    {
        var detection = DetectionReader.Read(YamlDocument.Parse(new SourceText("a_rule.yml", Version5), []), [])!;
        Assert.That(detection.Tags.Throttling!.Fields.Select(field => field.Value), Is.EqualTo(new[] { "src", "dest" }));
        Assert.That(detection.Tags.Throttling.Period?.Value, Is.EqualTo("24h"));
    }

    [TestCase("1,5")]
    [TestCase("1.5")]
    [TestCase("-1")]
    [TestCase("three")]
    public void A_version_is_a_whole_number(string version)
    {
        var diagnostics = new DiagnosticBag();
        var text = Version5.Replace("version: 3", "version: " + version, StringComparison.Ordinal);
        DetectionReader.Read(YamlDocument.Parse(new SourceText("a_rule.yml", text), diagnostics), diagnostics);
        Assert.That(diagnostics.Select(found => found.Descriptor), Is.EqualTo(new[] { DiagnosticTable.NotInRange }));
    }
}
