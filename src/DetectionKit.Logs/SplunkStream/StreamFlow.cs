using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.SplunkStream;

/// <summary><c>stream:tcp</c>, <c>stream:udp</c>, <c>stream:ip</c>: a flow.</summary>
/// <param name="sourceType">Its source type.</param>
/// <param name="transport">Its transport; null: any.</param>
internal sealed class StreamFlow(string sourceType, string? transport) : StreamRecord(sourceType)
{
    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<NetworkTraffic>(
            NetworkTraffic.Model,
            [
                .. Ends.OfTraffic,
                FieldMap.Of("app", value => value.ToText() is "unknown" ? default : Ends.Lower(value), "app", "app_tag"),
                FieldMap.Of("bytes", "bytes"),
                FieldMap.Of("bytes_in", "bytes_in"),
                FieldMap.Of("bytes_out", "bytes_out"),
                FieldMap.Of("dest_mac", "dest_mac"),
                Ends.Direction,
                FieldMap.Of("duration", Seconds, "time_taken"),
                FieldMap.Of("flow_id", "flow_id"),
                FieldMap.Sum("packets", FieldMap.Of("packets_in", "packets_in"), FieldMap.Of("packets_out", "packets_out")),
                FieldMap.Of("packets_in", "packets_in"),
                FieldMap.Of("packets_out", "packets_out"),
                FieldMap.Of("src_mac", "src_mac"),
                FieldMap.Of("tcp_flag", "tcp_flag"),
                VendorProduct,
            ]),
    ];

    /// <inheritdoc/>
    protected override bool HasSigns(LogRecord record) => transport is null || record["protocol_stack"].ToText().Split(':').Contains(transport, StringComparer.Ordinal);
}
