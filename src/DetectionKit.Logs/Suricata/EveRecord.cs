using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.Certificates;
using DetectionKit.Abstractions.Models.IntrusionDetection;
using DetectionKit.Abstractions.Models.NetworkResolution;
using DetectionKit.Abstractions.Models.NetworkSessions;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Models.Web;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Suricata;

/// <summary>A record of EVE, whatever its <c>event_type</c>; the type says which tables take it.</summary>
internal sealed class EveRecord : RecordKind
{
    private static readonly FieldMap VendorProduct = FieldMap.Constant("vendor_product", "Suricata");
    private static readonly FieldMap BytesIn = FieldMap.Of("bytes_in", "flow.bytes_toclient", "netflow.bytes");
    private static readonly FieldMap BytesOut = FieldMap.Of("bytes_out", "flow.bytes_toserver");
    private static readonly FieldMap PacketsIn = FieldMap.Of("packets_in", "flow.pkts_toclient", "netflow.pkts");
    private static readonly FieldMap PacketsOut = FieldMap.Of("packets_out", "flow.pkts_toserver");

    /// <inheritdoc/>
    public override bool GivesRawEventsModelFields => true;

    /// <inheritdoc/>
    public override ImmutableArray<string> SourceTypes { get; } = ["suricata", "suricata:eve", "suricata_eve", "eve_json"];

    /// <inheritdoc/>
    public override ImmutableArray<FieldAlias> Aliases { get; } =
    [
        new("src", "src_ip"), new("dest", "dest_ip"), new("app", "app_proto"), new("signature", "alert.signature"), new("signature_id", "alert.signature_id"),
        new("category", "alert.category"), new("severity_id", "alert.severity"), new("action", "alert.action"), new("site", "http.hostname"), new("url", "http.url"),
        new("http_method", "http.http_method"), new("http_user_agent", "http.http_user_agent"), new("http_referrer", "http.http_refer"), new("status", "http.status"),
        new("bytes_in", "flow.bytes_toclient"), new("bytes_out", "flow.bytes_toserver"), new("packets_in", "flow.pkts_toclient"), new("packets_out", "flow.pkts_toserver"),
        new("duration", "flow.age"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<NetworkTraffic>(
            NetworkTraffic.Model,
            [
                .. Ends.OfTraffic,
                FieldMap.Of("action", value => value.ToText() is "drop" or "reject" ? Value.Of("blocked") : default, "flow.action"),
                new("app", ["app_proto"], record => EveValues.App(record["app_proto"])),
                FieldMap.Sum("bytes", BytesIn, BytesOut),
                BytesIn,
                BytesOut,
                FieldMap.Of("dest_mac", Ends.First, "ether.dest_macs{}", "ether.dest_mac"),
                Ends.Direction,
                FieldMap.Of("duration", "flow.age", "netflow.age"),
                FieldMap.Of("dvc", "host"),
                FieldMap.Of("flow_id", "flow_id"),
                FieldMap.Of("icmp_code", "icmp_code"),
                FieldMap.Of("icmp_type", "icmp_type"),
                FieldMap.Sum("packets", PacketsIn, PacketsOut),
                PacketsIn,
                PacketsOut,
                FieldMap.Of("session_id", "flow_id"),
                FieldMap.Of("src_interface", "in_iface"),
                FieldMap.Of("src_mac", Ends.First, "ether.src_macs{}", "ether.src_mac"),
                VendorProduct,
                FieldMap.Of("vlan", Ends.First, "vlan{}"),
            ]) { When = record => record["event_type"].ToText() is "flow" or "netflow" },
        new ModelMap<IdsAttack>(
            IdsAttack.Model,
            [
                .. Ends.OfOthers,
                FieldMap.Of("action", "alert.action"),
                FieldMap.Of("category", "alert.category"),
                FieldMap.Of("dvc", "host"),
                FieldMap.Of("file_hash", "fileinfo.sha256", "fileinfo.md5", "files{}.sha256"),
                FieldMap.Of("file_name", "fileinfo.filename", "files{}.filename"),
                FieldMap.Constant("ids_type", "network"),
                FieldMap.Of("severity", EveValues.Severity, "alert.severity"),
                FieldMap.Of("severity_id", "alert.severity"),
                FieldMap.Of("signature", "alert.signature"),
                FieldMap.Of("signature_id", "alert.signature_id"),
                FieldMap.Of("src_port", "src_port"),
                FieldMap.Of("transport", "transport"),
                VendorProduct,
            ]) { When = record => record.Has("alert.signature") || record.Has("alert.signature_id") },
        new ModelMap<WebRequest>(
            WebRequest.Model,
            [
                .. Ends.OfOthers,
                FieldMap.Constant("app", "http"),
                FieldMap.Of("bytes_in", "http.length"),
                FieldMap.Of("http_content_type", "http.http_content_type"),
                FieldMap.Of("http_method", "http.http_method"),
                FieldMap.Of("http_referrer", "http.http_refer"),
                FieldMap.Of("http_referrer_domain", UrlText.DomainOf, "http.http_refer"),
                FieldMap.Of("http_user_agent", "http.http_user_agent"),
                FieldMap.Of("http_user_agent_length", Ends.Length, "http.http_user_agent"),
                FieldMap.Of("site", "http.hostname"),
                FieldMap.Of("status", "http.status"),
                FieldMap.Of("uri_path", UrlText.PathOf, "http.url"),
                FieldMap.Of("uri_query", UrlText.QueryOf, "http.url"),
                FieldMap.Of("url", "http.url"),
                FieldMap.Of("url_domain", UrlText.DomainOf, "http.hostname"),
                FieldMap.Of("url_length", Ends.Length, "http.url"),
                VendorProduct,
            ]) { When = record => record["event_type"].ToText() is "http" },
        new ModelMap<NetworkResolution>(
            NetworkResolution.Model,
            [
                .. Ends.OfOthers,
                FieldMap.Of("answer", "dns.answers{}.rdata", "dns.rdata"),
                FieldMap.Of("answer_count", value => Value.Of(value.Count), "dns.answers{}.rrname"),
                FieldMap.Of("flow_id", "flow_id"),
                new("message_type", ["dns.type"], record => Value.Of(EveValues.IsAnswer(record) ? "Response" : "Query")),
                FieldMap.Of("name", Ends.First, "dns.answers{}.rrname", "dns.rrname", "dns.queries{}.rrname", "dns.query{}.rrname"),
                FieldMap.Of("query", Ends.First, "dns.rrname", "dns.queries{}.rrname", "dns.query{}.rrname"),
                FieldMap.Of("query_type", Ends.First, "dns.rrtype", "dns.queries{}.rrtype", "dns.query{}.rrtype"),
                FieldMap.Of("record_type", Ends.First, "dns.rrtype", "dns.queries{}.rrtype", "dns.query{}.rrtype"),
                FieldMap.Of("reply_code", DnsResults.NameOf, "dns.rcode"),
                FieldMap.Of("reply_code_id", DnsResults.NumberOf, "dns.rcode"),
                FieldMap.Of("src_port", "src_port"),
                FieldMap.Of("transaction_id", "dns.id"),
                FieldMap.Of("transport", "transport"),
                FieldMap.Of("ttl", "dns.answers{}.ttl", "dns.ttl"),
                VendorProduct,
            ]) { When = record => record["event_type"].ToText() is "dns" },
        new ModelMap<Certificate>(
            Certificate.Model,
            [
                .. Ends.OfOthers,
                FieldMap.Of("src_port", "src_port"),
                FieldMap.Of("ssl_end_time", EveValues.Epoch, "tls.notafter"),
                FieldMap.Of("ssl_hash", "tls.fingerprint"),
                .. NameText.Parts("ssl_issuer", "tls.issuerdn"),
                FieldMap.Of("ssl_name", "tls.sni"),
                FieldMap.Of("ssl_serial", "tls.serial"),
                FieldMap.Of("ssl_start_time", EveValues.Epoch, "tls.notbefore"),
                .. NameText.Parts("ssl_subject", "tls.subject"),
                FieldMap.Of("ssl_version", value => Value.Of(value.ToText().Replace("TLS ", "TLSv", StringComparison.Ordinal)), "tls.version"),
                FieldMap.Of("transport", "transport"),
            ]) { When = record => record["event_type"].ToText() is "tls" },
        new ModelMap<NetworkSession>(
            NetworkSession.Model,
            FieldMap.Of("action", EveValues.LeaseAction, "dhcp.dhcp_type"),
            FieldMap.Of("dest", "dhcp.hostname", "dhcp.assigned_ip", "dhcp.client_mac"),
            FieldMap.Of("dest_ip", "dhcp.assigned_ip"),
            FieldMap.Of("dest_mac", "dhcp.client_mac"),
            FieldMap.Of("dest_nt_host", "dhcp.hostname"),
            FieldMap.Of("lease_duration", "dhcp.lease_time"),
            FieldMap.Of("signature", "dhcp.dhcp_type"),
            new("src", ["src_ip"], record => record["dhcp.type"].ToText() is "reply" ? record["src_ip"] : default),
            VendorProduct) { When = record => record["event_type"].ToText() is "dhcp" },
    ];

    /// <inheritdoc/>
    public override bool Fits(LogRecord record) => record.Has("event_type") && record.Has("timestamp") && (record.Has("flow_id") || record.Has("src_ip") || record.Has("in_iface") || record.Has("stats.uptime"));

    /// <inheritdoc/>
    public override void Shape(LogRecord record)
    {
        if (record.Time is null && TimeText.TryRead(record["timestamp"], out var time))
            record.Time = time;
        if (record["proto"] is { IsNull: false } transport && !record.Has("transport"))
            record.Set("transport", Value.Of(EveValues.Transport(transport.ToText())));
        if (EveValues.IsTurned(record))
            EveValues.Turn(record);
    }
}
