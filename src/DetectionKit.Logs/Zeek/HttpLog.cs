using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.Web;
using DetectionKit.Logs.Mapping;

namespace DetectionKit.Logs.Zeek;

/// <summary>http.log: one record a request with its response (Zeek manual, "http.log").</summary>
internal sealed class HttpLog() : ZeekLog("http", "trans_depth", "status_code", "uri", "user_agent")
{
    private static readonly FieldMap BytesIn = FieldMap.Of("bytes_in", "response_body_len");
    private static readonly FieldMap BytesOut = FieldMap.Of("bytes_out", "request_body_len");

    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<WebRequest>(
            WebRequest.Model,
            FieldMap.Constant("app", "http"),
            FieldMap.Sum("bytes", BytesIn, BytesOut),
            BytesIn,
            BytesOut,
            FieldMap.Of("dest", "dest_ip"),
            FieldMap.Of("dest_port", "dest_port"),
            FieldMap.Of("http_content_type", Ends.First, "resp_mime_types", "resp_mime_types{}", "orig_mime_types", "orig_mime_types{}"),
            FieldMap.Of("http_method", "method"),
            FieldMap.Of("http_referrer", "referrer"),
            FieldMap.Of("http_referrer_domain", UrlText.DomainOf, "referrer"),
            FieldMap.Of("http_user_agent", "user_agent"),
            FieldMap.Of("http_user_agent_length", Ends.Length, "user_agent"),
            FieldMap.Of("site", "host"),
            FieldMap.Of("src", "src_ip"),
            FieldMap.Of("status", "status_code"),
            FieldMap.Of("uri_path", UrlText.PathOf, "uri"),
            FieldMap.Of("uri_query", UrlText.QueryOf, "uri"),
            FieldMap.Of("url", "uri"),
            FieldMap.Of("url_domain", UrlText.DomainOf, "host"),
            FieldMap.Of("url_length", Ends.Length, "uri"),
            FieldMap.Of("user", "username"),
            VendorProduct),
    ];
}
