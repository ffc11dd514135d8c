using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using DetectionKit.Language.Text;
using DetectionKit.Language.Yaml;

namespace DetectionKit.Language.Content.Upgrade;

/// <summary>
/// Writes <c>rba</c> from <c>tags.observable</c>, in the layout of the old lists. A victim is at risk by the one score; an attacker is a threat object where
/// the schema has a kind for it, and a risk object where it is a user, whom the schema knows only so.
/// </summary>
internal sealed class RiskBlock(SourceText source, YamlMapping tags)
{
    private static readonly FrozenDictionary<string, string> ThreatTypes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Command"] = "command",
        ["Device"] = "system",
        ["Domain"] = "domain",
        ["Email"] = "email_address",
        ["Email Address"] = "email_address",
        ["Endpoint"] = "system",
        ["File"] = "file_name",
        ["File Hash"] = "file_hash",
        ["File Name"] = "file_name",
        ["Hash"] = "file_hash",
        ["Hostname"] = "system",
        ["IP Address"] = "ip_address",
        ["Parent Process"] = "parent_process",
        ["Parent Process Name"] = "parent_process_name",
        ["Process"] = "process",
        ["Process Name"] = "process_name",
        ["Registry Key"] = "registry_path",
        ["Registry Value"] = "registry_value_name",
        ["Service"] = "service",
        ["TLS Hash"] = "tls_hash",
        ["URL"] = "url",
        ["URL String"] = "url",
        ["Uniform Resource Locator"] = "url",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly string _break = new EntryLines(source).LineBreak;

    /// <summary>The block with its line breaks; null where nobody is named.</summary>
    public string? Write()
    {
        var observables = ((tags.Find("observable")!.Value as YamlSequence)?.Items ?? []).OfType<YamlMapping>().Select(Observable).Where(one => one.Name.Length > 0).ToArray();
        var victims = observables.Where(one => one.IsVictim || one.Type is "User" or "User Name").ToArray();
        if (victims.Length == 0)
            victims = observables;
        if (victims.Length == 0)
            return null;
        var step = new string(' ', tags.Entries[0].Key.Span.Start.Column - 1);
        var item = step + new string(' ', ListIndentation()) + "- ";
        var block = new StringBuilder("rba:").Append(_break);
        block.Append(step).Append("message: ").Append(Message()).Append(_break);
        block.Append(step).Append("risk_objects:").Append(_break);
        foreach (var victim in victims.DistinctBy(one => (one.Name, RiskType(one.Type))))
            Item(block, item, ("field", victim.Written), ("type", RiskType(victim.Type)), ("score", Score()));
        var threats = observables.Except(victims).DistinctBy(one => (one.Name, one.Type)).ToArray();
        block.Append(step).Append(threats.Length == 0 ? "threat_objects: []" : "threat_objects:").Append(_break);
        foreach (var threat in threats)
            Item(block, item, ("field", threat.Written), ("type", ThreatTypes.GetValueOrDefault(threat.Type, "signature")));
        return block.ToString();
    }

    private void Item(StringBuilder block, string indentation, params ReadOnlySpan<(string Key, string Value)> entries)
    {
        var blank = new string(' ', indentation.Length);
        for (var i = 0; i < entries.Length; i++)
            block.Append(i == 0 ? indentation : blank).Append(entries[i].Key).Append(": ").Append(entries[i].Value).Append(_break);
    }

    // The text as it stands: one that runs over lines is indented as deep as `tags` has it, and so fits.
    private string Message()
    {
        if (tags.Find("message")?.Value is not YamlScalar message || message.IsNull)
            return "''";
        return source.Text.Substring(message.Span.Span.Start, message.Span.Span.Length).TrimEnd();
    }

    private string Score()
    {
        var score = Share("risk_score") ?? Share("confidence") * Share("impact") / 100 ?? 50;
        return Math.Max(decimal.Round(score), 1).ToString(CultureInfo.InvariantCulture);
    }

    // From 0 to 100, as each of the three is.
    private decimal? Share(string key) =>
        tags.Find(key)?.Value is YamlScalar scalar && decimal.TryParse(scalar.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, 0, 100)
            : null;

    // How much deeper than its key the old list stood.
    private int ListIndentation()
    {
        var entry = tags.Find("observable")!;
        return entry.Value is YamlSequence { Items: [var first, ..] }
            ? Math.Max(0, source.LineAt(first.Span.Start.Line).TakeWhile(char.IsWhiteSpace).Count() - (entry.Key.Span.Start.Column - 1))
            : 0;
    }

    private (string Name, string Written, string Type, bool IsVictim) Observable(YamlMapping one)
    {
        var name = one.Find("name")?.Value as YamlScalar;
        var roles = one.Find("role")?.Value switch
        {
            YamlSequence sequence => sequence.Items.OfType<YamlScalar>().Select(role => role.Value),
            YamlScalar role => [role.Value],
            _ => [],
        };
        return (
            name?.Value ?? "",
            name is null ? "" : source.Text.Substring(name.Span.Span.Start, name.Span.Span.Length),
            (one.Find("type")?.Value as YamlScalar)?.Value ?? "",
            roles.Contains("Victim", StringComparer.Ordinal));
    }

    private static string RiskType(string observable) => observable switch
    {
        "User" or "User Name" or "Email" or "Email Address" => "user",
        "Device" or "Container" or "Endpoint" or "Hostname" or "IP Address" or "MAC Address" => "system",
        _ => "other",
    };
}
