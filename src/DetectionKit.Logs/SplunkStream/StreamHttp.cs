using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.Web;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.SplunkStream;

/// <summary><c>stream:http</c>: a request with its response.</summary>
internal sealed class StreamHttp() : StreamRecord("stream:http")
{
    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<WebRequest>(
            WebRequest.Model,
            [
                .. Ends.OfOthers,
                FieldMap.Constant("app", "http"),
                FieldMap.Of("bytes", "bytes"),
                FieldMap.Of("bytes_in", "bytes_in"),
                FieldMap.Of("bytes_out", "bytes_out"),
                FieldMap.Of("cookie", "cookie", "cookie{}"),
                FieldMap.Of("duration", Seconds, "time_taken"),
                FieldMap.Of("http_content_type", Ends.First, "http_content_type", "http_content_type{}"),
                FieldMap.Of("http_method", "http_method"),
                FieldMap.Of("http_referrer", "http_referrer"),
                FieldMap.Of("http_referrer_domain", UrlText.DomainOf, "http_referrer"),
                FieldMap.Of("http_user_agent", Ends.First, "http_user_agent", "http_user_agent{}"),
                FieldMap.Of("http_user_agent_length", value => Ends.Length(Ends.First(value)), "http_user_agent", "http_user_agent{}"),
                FieldMap.Of("response_time", Milliseconds, "response_time"),
                FieldMap.Of("site", "site"),
                FieldMap.Of("status", "status"),
                FieldMap.Of("uri_path", "uri_path"),
                FieldMap.Of("uri_query", "uri_query", "uri_parm"),
                FieldMap.Of("url", "url", "uri"),
                FieldMap.Of("url_domain", UrlText.DomainOf, "site"),
                FieldMap.Of("url_length", Ends.Length, "url", "uri"),
                VendorProduct,
            ]),
    ];

    /// <inheritdoc/>
    protected override bool HasSigns(LogRecord record) => record.Has("http_method") || record.Has("uri_path");
}
