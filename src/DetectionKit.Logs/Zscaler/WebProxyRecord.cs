using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.Web;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Zscaler;

/// <summary>One request (ZIA help, "NSS feed output format: web logs"), under the names of the feed for Splunk.</summary>
internal sealed class WebProxyRecord : RecordKind
{
    /// <inheritdoc/>
    public override ImmutableArray<string> SourceTypes { get; } = ["zscalernss-web", "zscaler:nss:web"];

    /// <inheritdoc/>
    public override ImmutableArray<FieldAlias> Aliases { get; } =
    [
        new("src", "ClientIP"), new("src_ip", "ClientIP"), new("src", "clientpublicIP"), new("dest", "serverip"), new("dest_ip", "serverip"), new("dest", "hostname"), new("http_method", "requestmethod"),
        new("http_user_agent", "useragent"), new("http_referrer", "refererURL"), new("bytes", "transactionsize"), new("bytes_in", "responsesize"), new("bytes_out", "requestsize"), new("category", "urlcategory"),
        new("http_content_type", "contenttype"), new("site", "hostname"), new("app", "appname"), new("signature", "threatname"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<WebRequest>(
            WebRequest.Model,
            [
                FieldMap.Of("action", Ends.Lower, "action"),
                .. ((string[])["app", "bytes", "bytes_in", "bytes_out", "category", "dest", "http_content_type", "http_method", "http_referrer", "http_user_agent", "site", "src", "status", "url", "user"]).Select(name => FieldMap.Of(name, name)),
                FieldMap.Of("http_referrer_domain", UrlText.DomainOf, "http_referrer"),
                FieldMap.Of("http_user_agent_length", Ends.Length, "http_user_agent"),
                FieldMap.Of("uri_path", UrlText.PathOf, "url"),
                FieldMap.Of("uri_query", UrlText.QueryOf, "url"),
                FieldMap.Of("url_domain", UrlText.DomainOf, "site", "url"),
                FieldMap.Of("url_length", Ends.Length, "url"),
                FieldMap.Constant("vendor_product", "Zscaler Internet Access"),
            ]),
    ];

    /// <inheritdoc/>
    public override bool Fits(LogRecord record) => record.Has("urlsupercategory") && record.Has("urlcategory") && (record.Has("ClientIP") || record.Has("clientpublicIP"));

    /// <inheritdoc/>
    public override void Shape(LogRecord record)
    {
        if (record.Time is null && (TimeText.TryRead(record["datetime"], out var time) || TimeText.TryRead(record["epochtime"], out time)))
            record.Time = time;
    }
}
