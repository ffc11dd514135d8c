using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.Authentication;
using DetectionKit.Abstractions.Models.IntrusionDetection;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Models.Web;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;
using static DetectionKit.Logs.Mapping.FieldMap;

namespace DetectionKit.Logs.Fortinet;

/// <summary>One record of a FortiGate (FortiOS Log Message Reference), under the names of the add-on for Fortinet FortiGate.</summary>
/// <param name="type">The record's <c>type</c>: traffic, utm, event.</param>
internal sealed class FortiGateRecord(string type) : RecordKind
{
    private static readonly ImmutableArray<FieldMap> OfOthers = [Of("dest", "dstip", "remip"), Of("src", "srcip", "ip"), Of("user", "user"), Of("vendor_product", "vendor_product")];

    private static readonly ImmutableArray<ModelMap> All =
    [
        new ModelMap<NetworkTraffic>(
            NetworkTraffic.Model,
            [
                .. Ends.OfTraffic, Of("action", "action"), Of("app", "app"), Of("bytes", "bytes"), Of("bytes_in", "rcvdbyte"), Of("bytes_out", "sentbyte"), Of("dest_interface", "dstintf"), Of("dest_mac", "dstmac"), Of("dest_zone", "dstintfrole"),
                Ends.Direction, Of("duration", "duration"), Of("dvc", "devname"), Of("packets_in", "rcvdpkt"), Of("packets_out", "sentpkt"), Of("rule", "policyname", "policyid"), Of("session_id", "sessionid"), Of("src_interface", "srcintf"),
                Of("src_mac", "srcmac"), Of("src_zone", "srcintfrole"), Of("dest_translated_ip", "tranip"), Of("dest_translated_port", "tranport"), Of("src_translated_ip", "transip"), Of("user", "user"),
                Of("vendor_product", "vendor_product"),
            ]) { When = record => record["type"].ToText() is "traffic" && record.Has("srcip") },
        new ModelMap<IdsAttack>(
            IdsAttack.Model,
            [
                .. OfOthers, Of("action", "action"), Of("category", "subtype"), Of("dest_port", "dstport"), Of("dvc", "devname"), Of("file_name", "filename"), Constant("ids_type", "network"), Of("severity", "severity", "crlevel"), Of("signature", "attack", "virus"),
                Of("signature_id", "attackid", "virusid"), Of("src_port", "srcport"), Of("transport", "transport"),
            ]) { When = record => record["subtype"].ToText() is "ips" or "anomaly" or "virus" },
        new ModelMap<WebRequest>(
            WebRequest.Model,
            [
                .. OfOthers, Of("action", "action"), Of("app", "service"), Of("bytes_in", "rcvdbyte"), Of("bytes_out", "sentbyte"), Of("category", "catdesc"), Of("dest_port", "dstport"), Of("http_method", "httpmethod", "reqtype"), Of("http_referrer", "referralurl"),
                Of("http_user_agent", "agent"), Of("site", "hostname"), new("url", ["hostname", "url"], record => Value.Of(record["hostname"].ToText() + record["url"].ToText())), Of("url_domain", "hostname"),
            ]) { When = record => record["subtype"].ToText() is "webfilter" },
        new ModelMap<AuthenticationEvent>(
            AuthenticationEvent.Model, [Of("dest", "devname"), Of("src", "srcip", "remip", "ip"), Of("user", "user"), Of("vendor_product", "vendor_product"), Of("action", "action"), Of("app", "subtype"), Of("reason", "reason"), Of("signature", "logdesc")])
        {
            When = record => record["type"].ToText() is "event" && record["action"].ToText() is "success" or "failure",
        },
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> SourceTypes { get; } = [$"fortigate_{type}", $"fgt_{type}", $"fortinet_fortios_{type}", .. type is "traffic" ? (string[])["fgt_log"] : []];

    /// <inheritdoc/>
    public override ImmutableArray<FieldAlias> Aliases { get; } =
        [new("src_ip", "srcip"), new("src", "srcip"), new("dest_ip", "dstip"), new("dest", "dstip"), new("src_port", "srcport"), new("dest_port", "dstport"), new("dvc", "devname"), new("bytes_in", "rcvdbyte"), new("bytes_out", "sentbyte"), new("session_id", "sessionid"), new("signature", "attack")];

    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models => All;

    /// <inheritdoc/>
    public override bool Fits(LogRecord record) => record.Has("logid") && record.Has("devid") && string.Equals(record["type"].ToText(), type, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override void Shape(LogRecord record)
    {
        if (record.Time is null && (TimeText.TryRead(record["eventtime"], out var time) || TimeText.TryRead($"{record["date"].ToText()} {record["time"].ToText()}", out time)))
            record.Time = time;
        record.Host ??= record.TextOf("devname");
        record.Set("vendor_product", Value.Of("Fortinet FortiGate"));
        if (record["action"] is { IsNull: false } action)
        {
            record.Set("vendor_action", action);
            record.Set("action", Action(action, record["status"]));
        }

        record.Set("transport", Transport(record["proto"]));
        if (record["rcvdbyte"].TryGetInteger(out var received) && record["sentbyte"].TryGetInteger(out var sent) && received >= 0 && sent >= 0)
            record.Set("bytes", Value.Of(unchecked(received + sent)));
    }

    // A session that ended was let through.
    private static Value Action(Value said, Value status) => said.ToText() switch
    {
        "deny" or "blocked" or "block" or "dropped" or "drop" or "reset" or "clear_session" or "server-rst-blocked" => Value.Of("blocked"),
        "accept" or "close" or "timeout" or "client-rst" or "server-rst" or "ip-conn" or "start" or "dns" or "passthrough" or "detected" or "pass" => Value.Of("allowed"),
        "login" or "tunnel-up" or "auth-logon" or "authentication" or "ssl-login" => Value.Of(status.ToText() is "failed" or "failure" ? "failure" : "success"),
        "ssl-login-fail" => Value.Of("failure"),
        _ => said,
    };

    // IANA's protocol numbers.
    private static Value Transport(Value number) => number.ToText() switch
    {
        "" => default,
        "1" => Value.Of("icmp"),
        "6" => Value.Of("tcp"),
        "17" => Value.Of("udp"),
        "47" => Value.Of("gre"),
        "50" => Value.Of("esp"),
        "58" => Value.Of("icmp6"),
        _ => number,
    };
}
