using System.Collections.Frozen;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Nginx;

/// <summary>What a response's status says in words (IANA's registry of HTTP status codes), and the name of its class (RFC 9110 section 15).</summary>
internal static class HttpStatus
{
    private static readonly string[] Classes = ["Informational", "Successful", "Redirection", "Client Error", "Server Error"];

    private static readonly FrozenDictionary<int, string> Reasons = new Dictionary<int, string>
    {
        [100] = "Continue",
        [101] = "Switching Protocols",
        [200] = "OK",
        [201] = "Created",
        [202] = "Accepted",
        [203] = "Non-Authoritative Information",
        [204] = "No Content",
        [205] = "Reset Content",
        [206] = "Partial Content",
        [300] = "Multiple Choices",
        [301] = "Moved Permanently",
        [302] = "Found",
        [303] = "See Other",
        [304] = "Not Modified",
        [307] = "Temporary Redirect",
        [308] = "Permanent Redirect",
        [400] = "Bad Request",
        [401] = "Unauthorized",
        [402] = "Payment Required",
        [403] = "Forbidden",
        [404] = "Not Found",
        [405] = "Method Not Allowed",
        [406] = "Not Acceptable",
        [407] = "Proxy Authentication Required",
        [408] = "Request Timeout",
        [409] = "Conflict",
        [410] = "Gone",
        [411] = "Length Required",
        [412] = "Precondition Failed",
        [413] = "Content Too Large",
        [414] = "URI Too Long",
        [415] = "Unsupported Media Type",
        [416] = "Range Not Satisfiable",
        [417] = "Expectation Failed",
        [421] = "Misdirected Request",
        [422] = "Unprocessable Content",
        [426] = "Upgrade Required",
        [429] = "Too Many Requests",
        [431] = "Request Header Fields Too Large",
        [500] = "Internal Server Error",
        [501] = "Not Implemented",
        [502] = "Bad Gateway",
        [503] = "Service Unavailable",
        [504] = "Gateway Timeout",
        [505] = "HTTP Version Not Supported",
    }.ToFrozenDictionary();

    /// <summary>The phrase of a status; absent where the registry has none.</summary>
    /// <param name="status">The status.</param>
    public static Value Reason(Value status) => status.TryGetInteger(out var number) && number is >= 100 and < 600 ? Value.Of(Reasons.GetValueOrDefault((int)number)) : default;

    /// <summary>The name of its class.</summary>
    /// <param name="status">The status.</param>
    public static Value Class(Value status) => status.TryGetInteger(out var number) && number is >= 100 and < 600 ? Value.Of(Classes[(int)(number / 100) - 1]) : default;
}
