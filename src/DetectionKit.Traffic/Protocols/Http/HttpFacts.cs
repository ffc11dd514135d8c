using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Http;

/// <summary>Facts of a flow's first request and response, of HTTP/1 and HTTP/2.</summary>
internal static class HttpFacts
{
    /// <summary>Says those of a request.</summary>
    public static void SayRequest(HttpMessage message, FlowNotes notes)
    {
        notes.Fact("http_method", Value.Of(message.Method));
        notes.Fact("http_host", Value.Of(message.Host));
        notes.Fact("http_url", Value.Of(message.Target));
        notes.Fact("http_user_agent", Value.Of(message.UserAgent));
    }

    /// <summary>Says those of a response.</summary>
    public static void SayResponse(HttpMessage message, FlowNotes notes)
    {
        notes.Fact("http_status", Value.Of((long)message.Status));
        notes.Fact("http_server", Value.Of(message.Server));
        notes.Fact("http_content_type", Value.Of(message.ContentType));
    }
}
