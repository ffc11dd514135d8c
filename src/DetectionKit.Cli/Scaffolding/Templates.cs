using System.Globalization;
using System.Text.Encodings.Web;

namespace DetectionKit.Cli.Scaffolding;

/// <summary>What new files hold. The rule checks clean as it is; what a person must still write says so.</summary>
internal static class Templates
{
    public static string Rule(string name, string file, string domain, string technique, string dataset) =>
        $"""
        name: {Quoted(name)}
        id: {Guid.NewGuid()}
        version: 1
        date: '{DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'
        author: DetectionKit
        status: experimental
        type: Anomaly
        description: >-
          Say what this finds, why it matters, and what an attacker gains by it.
        data_source: []
        search: >-
          | tstats count min(_time) as firstTime max(_time) as lastTime
          from datamodel=Network_Traffic
          where All_Traffic.app=ssh All_Traffic.dest_port!=22
          by All_Traffic.src_ip All_Traffic.dest_ip All_Traffic.dest_port All_Traffic.app
          | `drop_dm_object_name("All_Traffic")`
          | `{file}_filter`
        how_to_implement: >-
          Say which data it needs, and from which sensors.
        known_false_positives: >-
          Say who does this for good reasons.
        references: []
        rba:
          message: $app$ from $src_ip$ to $dest_ip$ on port $dest_port$
          risk_objects:
            - field: src_ip
              type: system
              score: 25
          threat_objects:
            - field: dest_ip
              type: ip_address
        tags:
          analytic_story: []
          asset_type: Network
          mitre_attack_id:
            - {technique}
          product:
            - Splunk Enterprise
            - Splunk Enterprise Security
            - Splunk Cloud
          security_domain: {(domain is "endpoint" or "network" or "access" or "identity" or "audit" ? domain : "network")}
        tests:
          - name: True Positive Test
            attack_data:
              - data: {dataset}/capture.pcap
                source: capture
                sourcetype: detectionkit:flow

        """;

    public static string Dataset(string name, string technique) =>
        $"""
        name: {Quoted(name)}
        description: >-
          Say who talks to whom, with which programs, and what of it the detection is to find.
        kind: attack
        technique: {technique}

        """;

    public static string Maker(string name) =>
        $"""
        #!/usr/bin/env bash
        # Makes capture.pcap anew: {name}
        # Run a real server and a real client in network namespaces, and capture what they say to each other.
        set -euo pipefail
        cd "$(dirname "$0")"

        echo "make.sh: say here how the capture is made" >&2
        exit 1

        """;

    // A JSON string is a YAML double-quoted scalar; a plain name is left as it is.
    private static string Quoted(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '_' or '-' or '(' or ')') && char.IsAsciiLetter(text[0]) && text.Contains(' ')
            ? text
            : $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}
