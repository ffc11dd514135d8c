using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DetectionKit.Abstractions.Models.Authentication;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;
using static DetectionKit.Logs.Mapping.FieldMap;

namespace DetectionKit.Logs.Cisco;

/// <summary>
/// A message of an ASA or of Firepower's data plane, under the names of the add-on for Cisco ASA. Messages about connections, what was denied and logons are
/// read (Cisco Secure Firewall ASA Series Syslog Messages: 302013 to 302021, 106xxx, 710xxx, 1130xx, 605004, 605005, 611101); others are raw events.
/// </summary>
internal sealed partial class FirewallRecord : RecordKind
{
    // Milliseconds. Every repetition is bounded and so is the text.
    private const int Patience = 60_000;

    /// <inheritdoc/>
    public override ImmutableArray<string> SourceTypes { get; } = ["cisco:asa", "cisco:ftd", "cisco:pix", "cisco:fwsm"];

    /// <inheritdoc/>
    public override ImmutableArray<FieldAlias> Aliases { get; } = [new("src", "src_ip"), new("dest", "dest_ip"), new("src_zone", "src_interface"), new("dest_zone", "dest_interface")];

    /// <inheritdoc/>
    public override IEnumerable<string> FieldNames =>
        base.FieldNames.Concat(["facility", "severity_id", "mnemonic", "message_text", "message_id", "vendor_action", "vendor_product"]);

    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<NetworkTraffic>(
            NetworkTraffic.Model,
            [
                .. Ends.OfTraffic, Of("action", "action"), Of("bytes", "bytes"), Of("dest_interface", "dest_interface"), Of("dest_zone", "dest_zone"), Of("direction", "direction"), Of("duration", Seconds, "duration_text"), Of("dvc", "dvc"),
                Of("rule", "rule"), Of("session_id", "session_id"), Of("src_interface", "src_interface"), Of("src_zone", "src_zone"), Of("user", "user"), Of("vendor_product", "vendor_product"), Of("icmp_type", "icmp_type"), Of("icmp_code", "icmp_code"),
            ]) { When = record => record.Has("src_ip") && record.Has("dest_ip") && record.Has("transport") && record["action"].ToText() is "allowed" or "blocked" or "teardown" },
        new ModelMap<AuthenticationEvent>(
            AuthenticationEvent.Model, [Of("action", "action"), Constant("app", "asa"), Of("dest", "dvc"), Of("src", "src_ip"), Of("user", "user"), Of("reason", "reason"), Of("signature_id", "message_id"), Of("vendor_product", "vendor_product")])
        {
            When = record => record.Has("user") && record["action"].ToText() is "success" or "failure",
        },
    ];

    /// <inheritdoc/>
    public override void Shape(LogRecord record)
    {
        var id = record["mnemonic"];
        var text = record["message_text"].ToText();
        record.Set("message_id", id);
        record.Set("vendor_product", Value.Of(record["facility"].ToText() is "FTD" ? "Cisco FTD" : "Cisco ASA"));
        if (record.Host is { } host)
            record.Set("dvc", Value.Of(host));
        var match = id.ToText() switch
        {
            "302013" or "302015" or "302020" => Built().Match(text),
            "302014" or "302016" or "302021" => Teardown().Match(text),
            "106023" or "106100" or "106102" or "106103" => Listed().Match(text),
            "106001" or "106006" or "106007" or "106014" or "106015" or "106021" or "710002" or "710003" or "710005" => Denied().Match(text),
            _ => Match.Empty,
        };
        if (!match.Success)
        {
            if (LogonAction(id.ToText()) is { } outcome)
                TakeLogon(record, text, outcome);
            return;
        }

        foreach (Group group in match.Groups)
        {
            if (group is { Success: true, Length: > 0 } && !char.IsDigit(group.Name[0]))
                record.Set(group.Name, Value.Of(group.Value));
        }

        record.Set("action", Action(id.ToText(), record["vendor_action"].ToText()));
        if (record["transport"] is { IsNull: false } transport)
            record.Set("transport", Value.Of(transport.ToText().ToLowerInvariant()));

        // What comes in goes to the end that is named second; what goes out comes from it. A connection's end does not say: then who has a system port is called.
        if (record["direction"].ToText() is "outbound" || (!record.Has("direction") && match.Groups["duration_text"].Success && IsSystemPort(record["src_port"]) && !IsSystemPort(record["dest_port"])))
        {
            foreach (var part in (string[])["ip", "port", "interface"])
            {
                var (source, destination) = (record["src_" + part], record["dest_" + part]);
                record.Set("src_" + part, destination);
                record.Set("dest_" + part, source);
            }
        }
    }

    private static Value Action(string id, string said) => id switch
    {
        "302013" or "302015" or "302020" => Value.Of("allowed"),
        "302014" or "302016" or "302021" => Value.Of("teardown"),
        "106100" or "106102" or "106103" => Value.Of(said is "permitted" or "est-allowed" ? "allowed" : "blocked"),
        "710002" => Value.Of("allowed"),
        _ => Value.Of("blocked"),
    };

    private static string? LogonAction(string id) => id switch
    {
        "113005" or "113015" or "605004" or "611102" => "failure",
        "113004" or "113012" or "113039" or "605005" or "611101" or "716001" or "722051" => "success",
        _ => null,
    };

    private static void TakeLogon(LogRecord record, string text, string outcome)
    {
        record.Set("action", Value.Of(outcome));
        Take(record, "user", User().Match(text));
        Take(record, "src_ip", Address().Match(text));
        Take(record, "reason", Reason().Match(text));
    }

    private static void Take(LogRecord record, string field, Match match)
    {
        if (match.Success)
            record.Set(field, Value.Of(match.Groups["value"].Value));
    }

    private static bool IsSystemPort(Value port) => port.TryGetInteger(out var number) && number is > 0 and < 1024;

    // 0:01:23
    private static Value Seconds(Value duration)
    {
        long seconds = 0;
        foreach (var part in duration.ToText().Split(':'))
        {
            if (!long.TryParse(part, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) || number > 1_000_000)
                return default;
            seconds = (seconds * 60) + number;
        }

        return Value.Of(seconds);
    }

    [GeneratedRegex(@"^Built (?:(?<direction>inbound|outbound) )?(?<transport>TCP|UDP|ICMP) connection (?:(?<session_id>\d{1,20}) )?for (?:(?<src_interface>[^ :]{1,64}):)?(?:faddr )?(?<src_ip>[0-9A-Fa-f.:]{2,45})/(?<src_port>\d{1,5})(?: ?\([^)]{0,80}\)){0,2} (?:to|gaddr) (?:(?<dest_interface>[^ :]{1,64}):)?(?<dest_ip>[0-9A-Fa-f.:]{2,45})/(?<dest_port>\d{1,5})(?: ?\([0-9A-Fa-f.:]{2,45}/\d{1,5}\))?(?:\([^)]{1,80}\))?(?: \((?<user>[^)]{1,128})\))?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Built();

    [GeneratedRegex(@"^Teardown (?<transport>TCP|UDP|ICMP) connection (?:(?<session_id>\d{1,20}) )?for (?:(?<src_interface>[^ :]{1,64}):)?(?:faddr )?(?<src_ip>[0-9A-Fa-f.:]{2,45})/(?<src_port>\d{1,5})(?:\([^)]{0,80}\))? (?:to|gaddr) (?:(?<dest_interface>[^ :]{1,64}):)?(?<dest_ip>[0-9A-Fa-f.:]{2,45})/(?<dest_port>\d{1,5})(?:\([^)]{0,80}\))?(?: duration (?<duration_text>[\d:]{1,16}))?(?: bytes (?<bytes>\d{1,18}))?(?: (?<reason>[A-Z][^(]{0,80}))?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Teardown();

    [GeneratedRegex(@"^(?:(?<vendor_action>Deny) (?<transport>[A-Za-z0-9]{1,16}) src (?<src_interface>[^ :]{1,64}):(?<src_ip>[0-9A-Fa-f.:]{2,45}?)(?:/(?<src_port>\d{1,5}))?(?:\([^)]{0,80}\))? dst (?<dest_interface>[^ :]{1,64}):(?<dest_ip>[0-9A-Fa-f.:]{2,45}?)(?:/(?<dest_port>\d{1,5}))?(?:\([^)]{0,80}\))?(?: \(type (?<icmp_type>\d{1,3}), code (?<icmp_code>\d{1,3})\))? by access-group ""(?<rule>[^""]{1,128})""|access-list (?<rule>[^ ]{1,128}) (?<vendor_action>permitted|denied|est-allowed) (?<transport>[A-Za-z0-9]{1,16}) (?:for user '[^']{0,128}' )?(?<src_interface>[^ /]{1,64})/(?<src_ip>[0-9A-Fa-f.:]{2,45})\((?<src_port>\d{1,5})\)(?:\([^)]{0,80}\))? -> (?<dest_interface>[^ /]{1,64})/(?<dest_ip>[0-9A-Fa-f.:]{2,45})\((?<dest_port>\d{1,5})\))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Listed();

    [GeneratedRegex(@"^(?:(?<direction>Inbound) )?(?:(?<transport>TCP|UDP|ICMP) )?(?:connection |access |request )?(?:denied |Deny |permitted |discarded |requested )?(?:inbound )?(?:(?<transport>TCP|UDP|tcp|udp|icmp) )?(?:connection )?(?:\(no connection\) |reverse path check )?(?:by ACL )?(?:from )?(?:src )?(?:(?<src_interface>[^ :/]{1,64}):)?(?<src_ip>\d{1,3}(?:\.\d{1,3}){3})(?:/(?<src_port>\d{1,5}))? (?:to|dst) (?:(?<dest_interface>[^ :/]{1,64}):)?(?<dest_ip>\d{1,3}(?:\.\d{1,3}){3})(?:/(?<dest_port>\d{1,5}))?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Denied();

    [GeneratedRegex(@"\breason ?= ?(?<value>[^:]{1,80}?) ?:", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Reason();

    [GeneratedRegex(@"\b(?:user(?:name)?|uname)(?: ?= ?| ?: ?[<""']?| ?[<""'])(?<value>[^>""' ,]{1,128})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience)]
    private static partial Regex User();

    [GeneratedRegex(@"\b(?:IP|from|address)(?: ?= ?| ?: ?| ?<| )(?<value>\d{1,3}(?:\.\d{1,3}){3})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Address();
}
