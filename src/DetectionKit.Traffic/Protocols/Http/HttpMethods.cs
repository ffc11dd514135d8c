namespace DetectionKit.Traffic.Protocols.Http;

/// <summary>The methods of the HTTP method registry (RFC 9110 section 16.1.1) and a few that are seen without being in it.</summary>
internal static class HttpMethods
{
    /// <summary>The most letters of a method that is looked for.</summary>
    public const int Longest = 24;

    /// <summary>Whether this is a method; case matters.</summary>
    public static bool IsKnown(ReadOnlySpan<byte> method) => method.Length switch
    {
        3 => method.SequenceEqual("GET"u8) || method.SequenceEqual("PUT"u8) || method.SequenceEqual("ACL"u8),
        4 => method.SequenceEqual("POST"u8) || method.SequenceEqual("HEAD"u8) || method.SequenceEqual("COPY"u8) || method.SequenceEqual("MOVE"u8)
            || method.SequenceEqual("LOCK"u8) || method.SequenceEqual("BIND"u8) || method.SequenceEqual("LINK"u8),
        5 => method.SequenceEqual("PATCH"u8) || method.SequenceEqual("TRACE"u8) || method.SequenceEqual("MKCOL"u8) || method.SequenceEqual("MERGE"u8)
            || method.SequenceEqual("PURGE"u8) || method.SequenceEqual("LABEL"u8) || method.SequenceEqual("TRACK"u8) || method.SequenceEqual("BMOVE"u8),
        6 => method.SequenceEqual("DELETE"u8) || method.SequenceEqual("UNLOCK"u8) || method.SequenceEqual("REPORT"u8) || method.SequenceEqual("SEARCH"u8)
            || method.SequenceEqual("NOTIFY"u8) || method.SequenceEqual("UPDATE"u8) || method.SequenceEqual("REBIND"u8) || method.SequenceEqual("UNBIND"u8)
            || method.SequenceEqual("UNLINK"u8),
        7 => method.SequenceEqual("OPTIONS"u8) || method.SequenceEqual("CONNECT"u8) || method.SequenceEqual("CHECKIN"u8),
        8 => method.SequenceEqual("PROPFIND"u8) || method.SequenceEqual("CHECKOUT"u8),
        9 => method.SequenceEqual("PROPPATCH"u8) || method.SequenceEqual("SUBSCRIBE"u8),
        10 => method.SequenceEqual("MKACTIVITY"u8) || method.SequenceEqual("MKCALENDAR"u8) || method.SequenceEqual("UNCHECKOUT"u8) || method.SequenceEqual("ORDERPATCH"u8),
        11 => method.SequenceEqual("UNSUBSCRIBE"u8) || method.SequenceEqual("MKWORKSPACE"u8) || method.SequenceEqual("RPC_IN_DATA"u8),
        12 => method.SequenceEqual("RPC_OUT_DATA"u8),
        13 => method.SequenceEqual("MKREDIRECTREF"u8),
        15 => method.SequenceEqual("VERSION-CONTROL"u8),
        16 => method.SequenceEqual("BASELINE-CONTROL"u8),
        17 => method.SequenceEqual("UPDATEREDIRECTREF"u8),
        _ => false,
    };
}
