namespace DetectionKit.Traffic.Protocols.Http;

/// <summary>What is kept of a request or a response: of HTTP/1 and of HTTP/2 alike.</summary>
internal sealed class HttpMessage
{
    /// <summary>Whether it is a response.</summary>
    public bool IsResponse { get; init; }

    /// <summary>When its first byte came, nanoseconds since the epoch.</summary>
    public long Begun { get; init; }

    /// <summary>When its latest byte came.</summary>
    public long Ended { get; set; }

    /// <summary>Bytes of head and body so far; lost ones that are known to be its count too.</summary>
    public long Bytes { get; set; }

    /// <summary>A request's method.</summary>
    public string? Method { get; set; }

    /// <summary>A request's target as sent: a path with its query, a URL, an authority.</summary>
    public string? Target { get; set; }

    /// <summary>Whether a request is of HTTP/0.9: it has no head, and its response has none either.</summary>
    public bool IsBare { get; set; }

    /// <summary>A response's status.</summary>
    public int Status { get; set; }

    /// <summary>Host, or HTTP/2's <c>:authority</c>.</summary>
    public string? Host { get; set; }

    /// <summary>User-Agent.</summary>
    public string? UserAgent { get; set; }

    /// <summary>Referer.</summary>
    public string? Referrer { get; set; }

    /// <summary>Cookie.</summary>
    public string? Cookie { get; set; }

    /// <summary>Content-Type.</summary>
    public string? ContentType { get; set; }

    /// <summary>Server.</summary>
    public string? Server { get; set; }

    /// <summary>Authorization.</summary>
    public string? Authorization { get; set; }

    /// <summary>Upgrade.</summary>
    public string? Upgrade { get; set; }

    /// <summary>Content-Length; null: none that is a number.</summary>
    public long? ContentLength { get; set; }

    /// <summary>Whether the body comes in chunks.</summary>
    public bool IsChunked { get; set; }
}
