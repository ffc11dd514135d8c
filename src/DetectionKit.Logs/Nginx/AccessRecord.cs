using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.Web;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Nginx;

/// <summary>A request: a line of an access log, in whatever format; nginx' own variables get the add-on's names.</summary>
internal sealed class AccessRecord : RecordKind
{
    /// <summary>The source type of the combined format.</summary>
    public const string Combined = "nginx:plus:access";

    /// <inheritdoc/>
    public override bool GivesRawEventsModelFields => true;

    /// <inheritdoc/>
    public override ImmutableArray<string> SourceTypes { get; } = ["nginx:plus:kv", Combined, "nginx:access", "nginx_access", "access_combined", "access_common", "apache:access", "apache:access:combined", "apache:access:kv", "apache:access:json"];

    // nginx' own variables on the right.
    /// <inheritdoc/>
    public override ImmutableArray<FieldAlias> Aliases { get; } =
    [
        new("src_ip", "remote_addr"), new("src_ip", "clientip"), new("http_method", "method"), new("http_user_agent", "useragent"), new("http_referrer", "referer"), new("bytes_out", "bytes"), new("src_ip", "src"), new("src", "src_ip"), new("user", "remote_user"), new("bytes_out", "body_bytes_sent"), new("bytes_out", "bytes_sent"), new("bytes_in", "request_length"),
        new("http_referrer", "http_referer"), new("http_method", "request_method"), new("dest_port", "server_port"), new("dest_ip", "server_addr"), new("dest", "dest_ip"), new("url", "request_uri"),
        new("site", "http_host"), new("server", "server_name"), new("dest", "server"), new("dest", "site"), new("web_server", "server"), new("uri_query", "args"), new("uri_path", "uri"),
        new("url", "uri_path"), new("http_content_type", "content_type"), new("http_content_type", "category"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<WebRequest>(
            WebRequest.Model,
            [
                .. Ends.OfOthers,
                FieldMap.Constant("app", "nginx"),
                FieldMap.Sum("bytes", FieldMap.Of("bytes_in", "bytes_in"), FieldMap.Of("bytes_out", "bytes_out")),
                FieldMap.Of("bytes_in", "bytes_in"),
                FieldMap.Of("bytes_out", "bytes_out"),
                FieldMap.Of("cookie", Said, "cookie"),
                FieldMap.Of("duration", "request_time"),
                FieldMap.Of("http_content_type", "http_content_type"),
                FieldMap.Of("http_method", "http_method"),
                FieldMap.Of("http_referrer", Said, "http_referrer"),
                FieldMap.Of("http_referrer_domain", value => Said(value).IsNull ? default : UrlText.DomainOf(value), "http_referrer"),
                FieldMap.Of("http_user_agent", Said, "http_user_agent"),
                FieldMap.Of("http_user_agent_length", Ends.Length, "http_user_agent"),
                FieldMap.Of("response_time", Ends.Milliseconds, "response_time", "upstream_response_time", "request_time"),
                FieldMap.Of("site", "site", "server"),
                FieldMap.Of("status", "status"),
                FieldMap.Of("uri_path", "uri_path"),
                FieldMap.Of("uri_query", Said, "uri_query"),
                FieldMap.Of("url", "url"),
                FieldMap.Of("url_domain", UrlText.DomainOf, "site", "server"),
                FieldMap.Of("url_length", Ends.Length, "url"),
                FieldMap.Of("user", Said, "user"),
                FieldMap.Constant("vendor_product", "nginx"),
            ]),
    ];

    /// <inheritdoc/>
    public override bool Fits(LogRecord record) =>
        record.Has("nginx_version") || (record.Has("remote_addr") && record.Has("status") && (record.Has("request") || record.Has("request_uri") || record.Has("uri")))
        || (record.Has("time_local") && record.Has("http_method") && record.Has("uri_path"));

    /// <inheritdoc/>
    public override void Shape(LogRecord record)
    {
        if (record.Time is null && (TimeText.TryRead(record["time_local"], out var time) || TimeText.TryRead(record["time_iso8601"], out time) || TimeText.TryRead(record["msec"], out time)))
            record.Time = time;
        Fill(record, "status_description", HttpStatus.Reason(record["status"]));
        Fill(record, "status_type", HttpStatus.Class(record["status"]));
        Fill(record, "vendor", Value.Of("nginx"));
        if (record["nginx_version"] is { IsNull: false } version)
            Fill(record, "version", version);
        if (record["request"] is { IsNull: false } request)
            TakeRequest(record, request.ToText());
        if ((record["url"] is { IsNull: false } own ? own : record["request_uri"]) is { IsNull: false } url)
        {
            Fill(record, "uri_path", UrlText.PathOf(url));
            Fill(record, "uri_query", UrlText.QueryOf(url));
        }
    }

    // nginx writes a minus for what is not there.
    private static Value Said(Value value) => value.ToText() is "-" or "" ? default : value;

    // GET /path?query HTTP/1.1; what clients send may be anything.
    private static void TakeRequest(LogRecord record, string request)
    {
        var parts = request.Split(' ');
        if (parts.Length < 2 || parts[0].Length > 20 || !parts[0].All(char.IsAsciiLetterOrDigit))
            return;
        Fill(record, "http_method", Value.Of(parts[0]));
        Fill(record, "url", Value.Of(parts[1]));
        if (parts.Length > 2)
            Fill(record, "protocol", Value.Of(parts[^1]));
    }

    private static void Fill(LogRecord record, string field, Value value)
    {
        if (!record.Has(field))
            record.Set(field, value);
    }
}
