using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.IntrusionDetection;
using DetectionKit.Abstractions.Models.Web;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.PaloAlto;

/// <summary>THREAT: what a profile found in a session. Records of the subtype <c>url</c> are requests, the others attacks.</summary>
internal sealed class ThreatLog() : PaloAltoKind("THREAT", PaloAltoColumns.Threat)
{
    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<WebRequest>(
            WebRequest.Model,
            FieldMap.Of("action", "action"),
            FieldMap.Of("app", "app"),
            FieldMap.Of("category", "http_category"),
            FieldMap.Of("dest", "dest_ip"),
            FieldMap.Of("dest_port", "dest_port"),
            FieldMap.Of("http_content_type", "http_content_type"),
            FieldMap.Of("http_method", Ends.Upper, "http_method"),
            FieldMap.Of("http_referrer", "http_referrer"),
            FieldMap.Of("http_referrer_domain", UrlText.DomainOf, "http_referrer"),
            FieldMap.Of("http_user_agent", "http_user_agent"),
            FieldMap.Of("http_user_agent_length", Ends.Length, "http_user_agent"),
            FieldMap.Of("site", UrlText.DomainOf, "misc"),
            FieldMap.Of("src", "src_ip"),
            FieldMap.Of("uri_path", value => UrlText.PathOf(Absolute(value)), "misc"),
            FieldMap.Of("uri_query", value => UrlText.QueryOf(Absolute(value)), "misc"),
            FieldMap.Of("url", "misc"),
            FieldMap.Of("url_domain", UrlText.DomainOf, "misc"),
            FieldMap.Of("url_length", Ends.Length, "misc"),
            FieldMap.Of("user", "src_user"),
            VendorProduct) { When = IsUrl },
        new ModelMap<IdsAttack>(
            IdsAttack.Model,
            FieldMap.Of("action", "action"),
            FieldMap.Of("category", "threat_category", "log_subtype"),
            FieldMap.Of("dest", "dest_ip"),
            FieldMap.Of("dest_port", "dest_port"),
            FieldMap.Of("dvc", "dvc_name", "serial_number"),
            FieldMap.Of("file_hash", "file_hash"),
            FieldMap.Of("file_name", "misc"),
            FieldMap.Constant("ids_type", "network"),
            FieldMap.Of("severity", "severity"),
            FieldMap.Of("signature", value => NameOf(value), "threat"),
            FieldMap.Of("signature_id", value => IdOf(value), "threat"),
            FieldMap.Of("src", "src_ip"),
            FieldMap.Of("src_port", "src_port"),
            FieldMap.Of("transport", "protocol"),
            FieldMap.Of("user", "src_user"),
            VendorProduct) { When = record => !IsUrl(record) },
    ];

    /// <inheritdoc/>
    public override void Shape(LogRecord record)
    {
        base.Shape(record);
        record.Set("threat_name", NameOf(record["threat"]));
        record.Set("threat_id", IdOf(record["threat"]));
        if (IsUrl(record))
            record.Set("url", record["misc"]);
    }

    private static bool IsUrl(LogRecord record) => record["log_subtype"].ToText() is "url";

    // PAN-OS writes a URL without its scheme.
    private static Value Absolute(Value url) => Value.Of("http://" + url.ToText());

    // Name(12345)
    private static Value NameOf(Value threat) =>
        threat.ToText() is { } text && text.LastIndexOf('(') is > 0 and var open ? Value.Of(text[..open]) : threat;

    private static Value IdOf(Value threat) =>
        threat.ToText() is [.., ')'] text && text.LastIndexOf('(') is >= 0 and var open ? Value.Of(text[(open + 1)..^1]) : default;
}
