using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.NetworkResolution;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.SplunkStream;

/// <summary><c>stream:dns</c>: a query with its answer.</summary>
internal sealed class StreamDns() : StreamRecord("stream:dns")
{
    private static readonly string[] Lists = ["query", "query_type", "host_addr", "hostname", "name", "answer", "ttl", "message_type", "record_type", "transaction_id"];

    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<NetworkResolution>(
            NetworkResolution.Model,
            [
                .. Ends.OfOthers,
                FieldMap.Of("answer", "answer", "host_addr", "hostname"),
                FieldMap.Of("answer_count", "answer_count", "response_record_count"),
                FieldMap.Of("duration", Seconds, "time_taken"),
                FieldMap.Of("flow_id", "flow_id"),
                FieldMap.Of("message_type", "message_type"),
                FieldMap.Of("name", Ends.First, "name", "query"),
                FieldMap.Of("query", Ends.First, "query"),
                FieldMap.Of("query_count", "query_count"),
                FieldMap.Of("query_type", Ends.First, "query_type", "record_type"),
                FieldMap.Of("record_type", Ends.First, "record_type", "query_type"),
                FieldMap.Of("reply_code", DnsResults.NameOf, "reply_code"),
                FieldMap.Of("reply_code_id", DnsResults.NumberOf, "reply_code_id", "reply_code"),
                FieldMap.Of("response_time", Milliseconds, "response_time"),
                FieldMap.Of("src_port", "src_port"),
                FieldMap.Of("transaction_id", Ends.First, "transaction_id"),
                FieldMap.Of("transport", "transport"),
                FieldMap.Of("ttl", "ttl"),
                VendorProduct,
            ]),
    ];

    /// <inheritdoc/>
    public override void Shape(LogRecord record)
    {
        base.Shape(record);
        foreach (var name in Lists)
        {
            if (!record.Has(name) && record[name + "{}"] is { IsNull: false } list)
                record.Set(name, list);
        }
    }

    /// <inheritdoc/>
    protected override bool HasSigns(LogRecord record) => record.Has("query") || record.Has("query{}") || record.Has("query_type") || record.Has("query_type{}");
}
