using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Web;

/// <summary>The field table of Web, in the order of CIM's page; the fields that only a lookup of assets or identities fills come last.</summary>
internal static class WebRequestFields
{
    public static ImmutableArray<ModelField<WebRequest>> All { get; } =
    [
        new("action", FieldType.Text, "unknown", nameof(WebRequest.Action), "What a server or proxy did: allowed, blocked.", e => Value.Of(e.Action)),
        new("app", FieldType.Text, "unknown", nameof(WebRequest.App), "The application that recorded it, or the protocol.", e => Value.Of(e.App)),
        new("bytes", FieldType.Integer, null, nameof(WebRequest.Bytes), "Bytes of request and response, heads and bodies.", e => Value.Of(e.Bytes)),
        new("bytes_in", FieldType.Integer, null, nameof(WebRequest.BytesIn), "The response's bytes.", e => Value.Of(e.BytesIn)),
        new("bytes_out", FieldType.Integer, null, nameof(WebRequest.BytesOut), "The request's bytes.", e => Value.Of(e.BytesOut)),
        new("cached", FieldType.Text, "unknown", nameof(WebRequest.Cached), "Whether the response came from a cache.", e => Value.Of(e.Cached)),
        new("category", FieldType.Text, "unknown", nameof(WebRequest.Category), "The site's category, by whoever classifies it.", e => Value.Of(e.Category)),
        new("cookie", FieldType.Text, "unknown", nameof(WebRequest.Cookie), "The request's cookies as sent.", e => Value.Of(e.Cookie)),
        new("dest", FieldType.Text, "unknown", nameof(WebRequest.Dest), "The server: name or address.", e => Value.Of(e.Dest)),
        new("dest_port", FieldType.Integer, null, nameof(WebRequest.DestPort), "The server's port.", e => Value.Of(e.DestPort)),
        new("duration", FieldType.Number, null, nameof(WebRequest.Duration), "Seconds from the request's begin to the response's end.", e => Value.Of(e.Duration)),
        new("error_code", FieldType.Text, "unknown", nameof(WebRequest.ErrorCode), "The error of a storage service.", e => Value.Of(e.ErrorCode)),
        new("http_content_type", FieldType.Text, "unknown", nameof(WebRequest.HttpContentType), "The response's media type; without one, the request's.", e => Value.Of(e.HttpContentType)),
        new("http_method", FieldType.Text, "unknown", nameof(WebRequest.HttpMethod), "The method: GET, POST.", e => Value.Of(e.HttpMethod)),
        new("http_referrer", FieldType.Text, "unknown", nameof(WebRequest.HttpReferrer), "The page that led here, as the client says.", e => Value.Of(e.HttpReferrer)),
        new("http_referrer_domain", FieldType.Text, "unknown", nameof(WebRequest.HttpReferrerDomain), "The host of http_referrer.", e => Value.Of(e.HttpReferrerDomain)),
        new("http_user_agent", FieldType.Text, "unknown", nameof(WebRequest.HttpUserAgent), "The client software, as it says.", e => Value.Of(e.HttpUserAgent)),
        new("http_user_agent_length", FieldType.Integer, null, nameof(WebRequest.HttpUserAgentLength), "Characters of http_user_agent.", e => Value.Of(e.HttpUserAgentLength)),
        new("operation", FieldType.Text, "unknown", nameof(WebRequest.Operation), "The operation of a storage service.", e => Value.Of(e.Operation)),
        new("response_time", FieldType.Integer, null, nameof(WebRequest.ResponseTime), "Milliseconds from the request's end to the response's begin.", e => Value.Of(e.ResponseTime)),
        new("site", FieldType.Text, "unknown", nameof(WebRequest.Site), "The virtual site: the host that was asked for.", e => Value.Of(e.Site)),
        new("src", FieldType.Text, "unknown", nameof(WebRequest.Src), "The client: name or address.", e => Value.Of(e.Src)),
        new("status", FieldType.Text, "unknown", nameof(WebRequest.Status), "The response's status: 200, 404.", e => Value.Of(e.Status)),
        new("storage_name", FieldType.Text, "unknown", nameof(WebRequest.StorageName), "The bucket of a storage service.", e => Value.Of(e.StorageName)),
        new("tag", FieldType.MultiText, null, nameof(WebRequest.Tag), "Tags of the event type.", e => e.Tag),
        new("uri_path", FieldType.Text, "unknown", nameof(WebRequest.UriPath), "The URL's path.", e => Value.Of(e.UriPath)),
        new("uri_query", FieldType.Text, "unknown", nameof(WebRequest.UriQuery), "The URL's query, with its question mark.", e => Value.Of(e.UriQuery)),
        new("url", FieldType.Text, "unknown", nameof(WebRequest.Url), "The URL that was asked for.", e => Value.Of(e.Url)),
        new("url_domain", FieldType.Text, "unknown", nameof(WebRequest.UrlDomain), "The URL's host.", e => Value.Of(e.UrlDomain)),
        new("url_length", FieldType.Integer, null, nameof(WebRequest.UrlLength), "Characters of url.", e => Value.Of(e.UrlLength)),
        new("user", FieldType.Text, "unknown", nameof(WebRequest.User), "Who asked.", e => Value.Of(e.User)),
        new("vendor_product", FieldType.Text, "unknown", nameof(WebRequest.VendorProduct), "What made the record.", e => Value.Of(e.VendorProduct)),
        new("dest_bunit", FieldType.Text, null, nameof(WebRequest.DestBunit), "The responder's business unit (an asset lookup fills it).", e => Value.Of(e.DestBunit)),
        new("dest_category", FieldType.MultiText, null, nameof(WebRequest.DestCategory), "The responder's categories (an asset lookup fills them).", e => e.DestCategory),
        new("dest_priority", FieldType.Text, null, nameof(WebRequest.DestPriority), "The responder's priority (an asset lookup fills it).", e => Value.Of(e.DestPriority)),
        new("src_bunit", FieldType.Text, null, nameof(WebRequest.SrcBunit), "The originator's business unit (an asset lookup fills it).", e => Value.Of(e.SrcBunit)),
        new("src_category", FieldType.MultiText, null, nameof(WebRequest.SrcCategory), "The originator's categories (an asset lookup fills them).", e => e.SrcCategory),
        new("src_priority", FieldType.Text, null, nameof(WebRequest.SrcPriority), "The originator's priority (an asset lookup fills it).", e => Value.Of(e.SrcPriority)),
        new("user_bunit", FieldType.Text, null, nameof(WebRequest.UserBunit), "The user's business unit (an identity lookup fills it).", e => Value.Of(e.UserBunit)),
        new("user_category", FieldType.MultiText, null, nameof(WebRequest.UserCategory), "The user's categories (an identity lookup fills them).", e => e.UserCategory),
        new("user_priority", FieldType.Text, null, nameof(WebRequest.UserPriority), "The user's priority (an identity lookup fills it).", e => Value.Of(e.UserPriority)),
    ];
}
