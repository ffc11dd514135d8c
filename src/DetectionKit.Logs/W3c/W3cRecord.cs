using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.Web;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.W3c;

/// <summary>One request in a W3C extended log.</summary>
/// <param name="product">What wrote it.</param>
internal sealed class W3cRecord(W3cProduct product) : RecordKind
{
    /// <summary>What wrote it.</summary>
    public W3cProduct Product => product;

    /// <inheritdoc/>
    public override bool GivesRawEventsModelFields => true;

    /// <inheritdoc/>
    public override ImmutableArray<string> SourceTypes => product.SourceTypes;

    /// <summary>None: a log's own header names its columns.</summary>
    public override IEnumerable<string> FieldNames => [];

    /// <inheritdoc/>
    public override ImmutableArray<FieldAlias> Aliases { get; } =
    [
        new("src_ip", "c_ip"), new("client_ip", "c_ip"), new("src_port", "c_port"), new("dest_ip", "s_ip"), new("http_method", "cs_method"), new("status", "sc_status"), new("uri_path", "cs_uri_path"),
        new("uri_path", "cs_uri_stem"), new("uri_query", "cs_uri_query"), new("http_user_agent", "cs_user_agent"), new("http_referrer", "cs_referer"), new("cookie", "cs_cookie"), new("user", "cs_username"),
        new("http_content_type", "rs_content_type"), new("http_content_type", "sc_content_type"), new("site", "x_host_header"), new("site", "cs_host"), new("category", "cs_categories"), new("cached", "x_edge_result_type"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<WebRequest>(
            WebRequest.Model,
            [
                FieldMap.Of("action", Action, "s_action", "sc_filter_result", "x_edge_result_type"),
                FieldMap.Constant("app", product.Name),
                FieldMap.Sum("bytes", FieldMap.Of("bytes_in", "cs_bytes"), FieldMap.Of("bytes_out", "sc_bytes")),
                FieldMap.Of("bytes_in", product.IsProxy ? "sc_bytes" : "cs_bytes"),
                FieldMap.Of("bytes_out", product.IsProxy ? "cs_bytes" : "sc_bytes"),
                FieldMap.Of("cached", value => Value.Of(value.ToText().Contains("Hit", StringComparison.OrdinalIgnoreCase) ? "true" : "false"), "x_edge_result_type", "s_action"),
                FieldMap.Of("category", "category"),
                FieldMap.Of("cookie", "cookie"),
                FieldMap.Of("dest", "dest_ip", "cs_host", "site"),
                FieldMap.Of("dest_port", "s_port", "cs_uri_port"),
                FieldMap.Of("duration", value => value.TryGetNumber(out var taken) ? Value.Of(taken * product.SecondsTaken) : default, "time_taken"),
                FieldMap.Of("http_content_type", "http_content_type"),
                FieldMap.Of("http_method", "http_method"),
                FieldMap.Of("http_referrer", "http_referrer"),
                FieldMap.Of("http_referrer_domain", UrlText.DomainOf, "http_referrer"),
                FieldMap.Of("http_user_agent", "http_user_agent"),
                FieldMap.Of("http_user_agent_length", Ends.Length, "http_user_agent"),
                FieldMap.Of("response_time", value => value.TryGetNumber(out var taken) ? Ends.Milliseconds(Value.Of(taken * product.SecondsTaken)) : default, "time_taken"),
                FieldMap.Of("site", "site"),
                FieldMap.Of("src", "src_ip"),
                FieldMap.Of("status", "status"),
                FieldMap.Of("uri_path", "uri_path"),
                FieldMap.Of("uri_query", "uri_query"),
                new("url", ["cs_uri", "uri_path", "uri_query"], Url),
                FieldMap.Of("url_domain", UrlText.DomainOf, "site"),
                new("url_length", ["cs_uri", "uri_path", "uri_query"], record => Url(record) is { IsNull: false } url ? Ends.Length(url) : default),
                FieldMap.Of("user", "user"),
                FieldMap.Constant("vendor_product", product.Name),
            ]) { When = record => record.Has("cs_method") },
    ];

    /// <inheritdoc/>
    public override void Shape(LogRecord record)
    {
        if (record.Time is null && record.TextOf("date") is { } date && record.TextOf("time") is { } time && TimeText.TryRead($"{date} {time}", out var moment))
            record.Time = moment;
    }

    private static Value Action(Value said)
    {
        var text = said.ToText();
        return Value.Of(text.Contains("DENIED", StringComparison.OrdinalIgnoreCase) || text is "Error" or "LimitExceeded" ? "blocked" : "allowed");
    }

    // scheme://host/path?query, as far as the columns say them.
    private static Value Url(LogRecord record)
    {
        if (record["cs_uri"] is { IsNull: false } whole)
            return whole;
        if (record.TextOf("uri_path") is not { } path)
            return record["site"];
        var scheme = record.TextOf("cs_protocol") ?? record.TextOf("cs_uri_scheme");
        var host = record.TextOf("site");
        var query = record.TextOf("uri_query");
        return Value.Of((scheme is not null && host is not null ? $"{scheme}://{host}" : "") + path + (query is null ? "" : query.StartsWith('?') ? query : "?" + query));
    }
}
