using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.NetworkResolution;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;

namespace DetectionKit.Logs.Zeek;

/// <summary>dns.log: one record a query with its answer (Zeek manual, "dns.log").</summary>
internal sealed class DnsLog() : ZeekLog("dns", "qtype_name", "qtype", "rcode_name", "trans_id")
{
    private static readonly Value Query = Value.Of("Query");
    private static readonly Value Both = Value.OfMany([Query, Value.Of("Response")]);

    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<NetworkResolution>(
            NetworkResolution.Model,
            List("answer", "answers"),
            FieldMap.Of("answer_count", value => Value.Of(value.Count), "answers", "answers{}"),
            FieldMap.Of("dest", "dest_ip"),
            FieldMap.Of("dest_port", "dest_port"),
            FieldMap.Of("duration", "rtt"),
            FieldMap.Of("flow_id", "uid"),
            new("message_type", ["rcode", "rcode_name"], record => record.Has("rcode") || record.Has("rcode_name") ? Both : Query),
            FieldMap.Of("name", "query"),
            FieldMap.Of("query", "query"),
            FieldMap.Of("query_type", "qtype_name"),
            FieldMap.Of("record_type", "qtype_name"),
            FieldMap.Of("reply_code", DnsResults.NameOf, "rcode_name"),
            FieldMap.Of("reply_code_id", "rcode"),
            FieldMap.Of("response_time", Ends.Milliseconds, "rtt"),
            FieldMap.Of("src", "src_ip"),
            FieldMap.Of("src_port", "src_port"),
            FieldMap.Of("transaction_id", "trans_id"),
            FieldMap.Of("transport", "proto"),
            List("ttl", "TTLs"),
            VendorProduct),
    ];
}
