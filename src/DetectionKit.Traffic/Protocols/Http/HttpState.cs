namespace DetectionKit.Traffic.Protocols.Http;

/// <summary>Where one side of HTTP/1 stands.</summary>
internal enum HttpState : byte
{
    /// <summary>Before a start line.</summary>
    Begin,

    /// <summary>In the head's fields.</summary>
    Fields,

    /// <summary>In a body of known length.</summary>
    Body,

    /// <summary>Before a chunk's size (RFC 9112 section 7.1).</summary>
    ChunkSize,

    /// <summary>In a chunk.</summary>
    ChunkData,

    /// <summary>Before the line's end that closes a chunk.</summary>
    ChunkEnd,

    /// <summary>Behind the last chunk.</summary>
    Trailer,

    /// <summary>In a body that the connection's end closes.</summary>
    UntilClose,

    /// <summary>Nowhere known: until a segment begins with a message.</summary>
    Lost,

    /// <summary>What follows is no HTTP/1.</summary>
    Over,
}

/// <summary>What follows a head (RFC 9112 section 6.3).</summary>
internal enum HttpBody : byte
{
    /// <summary>The next message.</summary>
    None,

    /// <summary>As many bytes as Content-Length says.</summary>
    Counted,

    /// <summary>Chunks.</summary>
    Chunked,

    /// <summary>All until the connection's end.</summary>
    UntilClose,

    /// <summary>Another protocol.</summary>
    Other,
}
