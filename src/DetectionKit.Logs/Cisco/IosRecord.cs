using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Cisco;

/// <summary>A message of a device with IOS, IOS XE or NX-OS, under the names of the add-on for Cisco networks.</summary>
internal sealed partial class IosRecord : RecordKind
{
    // Milliseconds. Every repetition is bounded and so is the text.
    private const int Patience = 60_000;

    private static readonly string[] Severities = ["emergency", "alert", "critical", "error", "warning", "notification", "informational", "debugging"];

    /// <inheritdoc/>
    public override ImmutableArray<string> SourceTypes { get; } = ["cisco:ios"];

    /// <inheritdoc/>
    public override ImmutableArray<EventType> EventTypes { get; } = [new("cisco_ios")];

    /// <inheritdoc/>
    public override IEnumerable<string> FieldNames =>
        ["facility", "severity_id", "severity", "mnemonic", "message_text", "vendor_explanation", "dvc", "src_mac", "src_ip", "dest_ip", "src_vlan", "src_interface", "src_int_prefix_long", "src_int_suffix", "user", "product", "vendor"];

    /// <inheritdoc/>
    public override void Shape(LogRecord record)
    {
        record.Set("vendor", Value.Of("Cisco"));
        record.Set("product", Value.Of("IOS"));
        if (record.Host is { } host)
            record.Set("dvc", Value.Of(host));
        if (record["severity_id"].TryGetInteger(out var severity) && severity is >= 0 and <= 7)
            record.Set("severity", Value.Of(Severities[severity]));
        var text = record["message_text"].ToText();
        if (Interface().Match(text) is { Success: true } port)
        {
            record.Set("src_interface", Value.Of(port.Value));
            record.Set("src_int_prefix_long", Value.Of(port.Groups["prefix"].Value));
            record.Set("src_int_suffix", Value.Of(port.Groups["suffix"].Value));
        }

        Take(record, "src_mac", Mac().Match(text));
        Take(record, "src_vlan", Vlan().Match(text));
        Take(record, "user", User().Match(text));
        if (Address().Matches(text) is { Count: > 0 } addresses)
        {
            record.Set("src_ip", Value.Of(addresses[0].Value));
            if (addresses.Count > 1)
                record.Set("dest_ip", Value.Of(addresses[1].Value));
        }
    }

    private static void Take(LogRecord record, string field, Match match)
    {
        if (match.Success)
            record.Set(field, Value.Of(match.Groups["value"].Value));
    }

    [GeneratedRegex(@"\b(?<prefix>(?:Gigabit|TenGigabit|TwentyFiveGigE|FortyGigabit|HundredGig|Fast)?Ethernet|Port-channel|Vlan|Loopback|Tunnel|Gi|Te|Fa|Po)(?<suffix>\d{1,5}(?:/\d{1,5}){0,3}(?:\.\d{1,5})?)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Interface();

    [GeneratedRegex(@"\b(?<value>[0-9a-fA-F]{4}\.[0-9a-fA-F]{4}\.[0-9a-fA-F]{4}|(?:[0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2})\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Mac();

    [GeneratedRegex(@"\b[Vv](?:LAN|lan)[ =](?<value>\d{1,4})\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Vlan();

    [GeneratedRegex(@"\[user: (?<value>[^\]]{1,128})\]|\bby (?<value>[^ ]{1,128}) on ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex User();

    [GeneratedRegex(@"\b\d{1,3}(?:\.\d{1,3}){3}\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Address();
}
