using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Web;

/// <summary>One HTTP request with its response as CIM's Web data model describes it. Immutable.</summary>
public sealed class WebRequest : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<WebRequest> Model { get; } = new("Web", "Web", "CIM: Web")
    {
        Assets = ["dest", "src"],
        Identities = ["user"],
        Children = [new("Proxy", "tag", "proxy"), new("Storage", "tag", "storage")],
    };

    [Field("What a server or proxy did: allowed, blocked.")] public string Action { get; init; } = "unknown";
    [Field("The application that recorded it, or the protocol.")] public string App { get; init; } = "unknown";
    [Field("Bytes of request and response, heads and bodies.")] public long? Bytes { get; init; }
    [Field("The response's bytes.")] public long? BytesIn { get; init; }
    [Field("The request's bytes.")] public long? BytesOut { get; init; }
    [Field("Whether the response came from a cache.")] public string Cached { get; init; } = "unknown";
    [Field("The site's category, by whoever classifies it.")] public string Category { get; init; } = "unknown";
    [Field("The request's cookies as sent.")] public string Cookie { get; init; } = "unknown";
    [Field("The server: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("The server's port.")] public long? DestPort { get; init; }
    [Field("Seconds from the request's begin to the response's end.")] public double? Duration { get; init; }
    [Field("The error of a storage service.")] public string ErrorCode { get; init; } = "unknown";
    [Field("The response's media type; without one, the request's.")] public string HttpContentType { get; init; } = "unknown";
    [Field("The method: GET, POST.")] public string HttpMethod { get; init; } = "unknown";
    [Field("The page that led here, as the client says.")] public string HttpReferrer { get; init; } = "unknown";
    [Field("The host of http_referrer.")] public string HttpReferrerDomain { get; init; } = "unknown";
    [Field("The client software, as it says.")] public string HttpUserAgent { get; init; } = "unknown";
    [Field("Characters of http_user_agent.")] public long? HttpUserAgentLength { get; init; }
    [Field("The operation of a storage service.")] public string Operation { get; init; } = "unknown";
    [Field("Milliseconds from the request's end to the response's begin.")] public long? ResponseTime { get; init; }
    [Field("The virtual site: the host that was asked for.")] public string Site { get; init; } = "unknown";
    [Field("The client: name or address.")] public string Src { get; init; } = "unknown";
    [Field("The response's status: 200, 404.")] public string Status { get; init; } = "unknown";
    [Field("The bucket of a storage service.")] public string StorageName { get; init; } = "unknown";
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("The URL's path.")] public string UriPath { get; init; } = "unknown";
    [Field("The URL's query, with its question mark.")] public string UriQuery { get; init; } = "unknown";
    [Field("The URL that was asked for.")] public string Url { get; init; } = "unknown";
    [Field("The URL's host.")] public string UrlDomain { get; init; } = "unknown";
    [Field("Characters of url.")] public long? UrlLength { get; init; }
    [Field("Who asked.")] public string User { get; init; } = "unknown";
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
}
