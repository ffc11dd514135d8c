using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Web;

/// <summary>One HTTP request with its response as CIM's Web data model describes it. Immutable.</summary>
public sealed class WebRequest : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<WebRequest> Model { get; } = new("Web", "Web", "CIM: Web", WebRequestFields.All)
    {
        Children = [new("Proxy", "tag", "proxy"), new("Storage", "tag", "storage")],
    };

    /// <summary><c>action</c>: What a server or proxy did: allowed, blocked.</summary>
    public string Action { get; init; } = "unknown";

    /// <summary><c>app</c>: The application that recorded it, or the protocol.</summary>
    public string App { get; init; } = "unknown";

    /// <summary><c>bytes</c>: Bytes of request and response, heads and bodies.</summary>
    public long? Bytes { get; init; }

    /// <summary><c>bytes_in</c>: The response's bytes.</summary>
    public long? BytesIn { get; init; }

    /// <summary><c>bytes_out</c>: The request's bytes.</summary>
    public long? BytesOut { get; init; }

    /// <summary><c>cached</c>: Whether the response came from a cache.</summary>
    public string Cached { get; init; } = "unknown";

    /// <summary><c>category</c>: The site's category, by whoever classifies it.</summary>
    public string Category { get; init; } = "unknown";

    /// <summary><c>cookie</c>: The request's cookies as sent.</summary>
    public string Cookie { get; init; } = "unknown";

    /// <summary><c>dest</c>: The server: name or address.</summary>
    public string Dest { get; init; } = "unknown";

    /// <summary><c>dest_port</c>: The server's port.</summary>
    public long? DestPort { get; init; }

    /// <summary><c>duration</c>: Seconds from the request's begin to the response's end.</summary>
    public double? Duration { get; init; }

    /// <summary><c>error_code</c>: The error of a storage service.</summary>
    public string ErrorCode { get; init; } = "unknown";

    /// <summary><c>http_content_type</c>: The response's media type; without one, the request's.</summary>
    public string HttpContentType { get; init; } = "unknown";

    /// <summary><c>http_method</c>: The method: GET, POST.</summary>
    public string HttpMethod { get; init; } = "unknown";

    /// <summary><c>http_referrer</c>: The page that led here, as the client says.</summary>
    public string HttpReferrer { get; init; } = "unknown";

    /// <summary><c>http_referrer_domain</c>: The host of http_referrer.</summary>
    public string HttpReferrerDomain { get; init; } = "unknown";

    /// <summary><c>http_user_agent</c>: The client software, as it says.</summary>
    public string HttpUserAgent { get; init; } = "unknown";

    /// <summary><c>http_user_agent_length</c>: Characters of http_user_agent.</summary>
    public long? HttpUserAgentLength { get; init; }

    /// <summary><c>operation</c>: The operation of a storage service.</summary>
    public string Operation { get; init; } = "unknown";

    /// <summary><c>response_time</c>: Milliseconds from the request's end to the response's begin.</summary>
    public long? ResponseTime { get; init; }

    /// <summary><c>site</c>: The virtual site: the host that was asked for.</summary>
    public string Site { get; init; } = "unknown";

    /// <summary><c>src</c>: The client: name or address.</summary>
    public string Src { get; init; } = "unknown";

    /// <summary><c>status</c>: The response's status: 200, 404.</summary>
    public string Status { get; init; } = "unknown";

    /// <summary><c>storage_name</c>: The bucket of a storage service.</summary>
    public string StorageName { get; init; } = "unknown";

    /// <summary><c>tag</c>: Tags of the event type.</summary>
    public Value Tag { get; init; }

    /// <summary><c>uri_path</c>: The URL's path.</summary>
    public string UriPath { get; init; } = "unknown";

    /// <summary><c>uri_query</c>: The URL's query, with its question mark.</summary>
    public string UriQuery { get; init; } = "unknown";

    /// <summary><c>url</c>: The URL that was asked for.</summary>
    public string Url { get; init; } = "unknown";

    /// <summary><c>url_domain</c>: The URL's host.</summary>
    public string UrlDomain { get; init; } = "unknown";

    /// <summary><c>url_length</c>: Characters of url.</summary>
    public long? UrlLength { get; init; }

    /// <summary><c>user</c>: Who asked.</summary>
    public string User { get; init; } = "unknown";

    /// <summary><c>vendor_product</c>: What made the record.</summary>
    public string VendorProduct { get; init; } = "unknown";

    /// <summary><c>dest_bunit</c>: The responder's business unit (an asset lookup fills it).</summary>
    public string? DestBunit { get; init; }

    /// <summary><c>dest_category</c>: The responder's categories (an asset lookup fills them).</summary>
    public Value DestCategory { get; init; }

    /// <summary><c>dest_priority</c>: The responder's priority (an asset lookup fills it).</summary>
    public string? DestPriority { get; init; }

    /// <summary><c>src_bunit</c>: The originator's business unit (an asset lookup fills it).</summary>
    public string? SrcBunit { get; init; }

    /// <summary><c>src_category</c>: The originator's categories (an asset lookup fills them).</summary>
    public Value SrcCategory { get; init; }

    /// <summary><c>src_priority</c>: The originator's priority (an asset lookup fills it).</summary>
    public string? SrcPriority { get; init; }

    /// <summary><c>user_bunit</c>: The user's business unit (an identity lookup fills it).</summary>
    public string? UserBunit { get; init; }

    /// <summary><c>user_category</c>: The user's categories (an identity lookup fills them).</summary>
    public Value UserCategory { get; init; }

    /// <summary><c>user_priority</c>: The user's priority (an identity lookup fills it).</summary>
    public string? UserPriority { get; init; }
}
