using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using DetectionKit.Abstractions.Models.Web;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Events;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Http;

/// <summary>A request with its response as an event of CIM's Web, for HTTP/1 and HTTP/2.</summary>
/// <remarks>
/// <c>url</c> is the target as the client sent it: a path with its query on a server, a whole URL at a proxy; the host is in <c>site</c> and
/// <c>url_domain</c>. <c>user</c> is Basic's (RFC 7617). <c>action</c> and <c>category</c> stay unknown: no packet says what a device decided.
/// </remarks>
internal static class HttpEvents
{
    /// <summary>The fields that HTTP fills (CIM's names). The others keep their published defaults.</summary>
    public static FrozenSet<string> FilledFields { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "app", "bytes", "bytes_in", "bytes_out", "cookie", "dest", "dest_port", "duration", "http_content_type", "http_method", "http_referrer",
        "http_referrer_domain", "http_user_agent", "http_user_agent_length", "response_time", "site", "src", "status", "tag", "uri_path", "uri_query", "url",
        "url_domain", "url_length", "user", "vendor_product");

    private const string Unknown = "unknown";
    private static readonly Value Tags = Value.Of("web");

    /// <summary>The event; its time is the request's, or the response's where no request was seen.</summary>
    public static WebRequest Of(HttpMessage? request, HttpMessage? response, FlowEnds ends)
    {
        var (path, query) = HttpTarget.Split(request?.Target);
        var site = HttpTarget.Host(request?.Target, request?.Method) ?? request?.Host;
        var begun = (request ?? response)!.Begun;
        return new()
        {
            Time = new Timestamp(begun),
            Source = ends.Capture,
            SourceType = SourceTypes.Http,
            App = "http",
            Bytes = (request?.Bytes ?? 0) + (response?.Bytes ?? 0),
            BytesIn = response?.Bytes,
            BytesOut = request?.Bytes,
            Cookie = request?.Cookie ?? Unknown,
            Dest = ends.Destination.ToString(),
            DestPort = ends.DestinationPort,
            Duration = Math.Max(0, Math.Max(request?.Ended ?? 0, response?.Ended ?? 0) - begun) / 1e9,
            HttpContentType = response?.ContentType ?? request?.ContentType ?? Unknown,
            HttpMethod = request?.Method ?? Unknown,
            HttpReferrer = request?.Referrer ?? Unknown,
            HttpReferrerDomain = HttpTarget.Domain(HttpTarget.Host(request?.Referrer, null)) ?? Unknown,
            HttpUserAgent = request?.UserAgent ?? Unknown,
            HttpUserAgentLength = request?.UserAgent?.Length,
            ResponseTime = request is not null && response is not null ? Math.Max(0, response.Begun - request.Ended) / 1_000_000 : null,
            Site = site ?? Unknown,
            Src = ends.Source.ToString(),
            Status = response is { Status: > 0 } ? response.Status.ToString(CultureInfo.InvariantCulture) : Unknown,
            Tag = Tags,
            UriPath = path ?? Unknown,
            UriQuery = query ?? Unknown,
            Url = request?.Target ?? Unknown,
            UrlDomain = HttpTarget.Domain(site) ?? Unknown,
            UrlLength = request?.Target?.Length,
            User = User(request?.Authorization) ?? Unknown,
            VendorProduct = NetworkTrafficEvents.VendorProduct,
        };
    }

    private static string? User(string? authorization)
    {
        const string basic = "Basic ";
        if (authorization is null || !authorization.StartsWith(basic, StringComparison.OrdinalIgnoreCase))
            return null;
        var bytes = new byte[authorization.Length];
        if (!Convert.TryFromBase64String(authorization[basic.Length..].Trim(), bytes, out var written))
            return null;
        var pair = Encoding.Latin1.GetString(bytes, 0, written);
        return pair.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? pair[..colon] : null;
    }
}
