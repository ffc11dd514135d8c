using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;

namespace DetectionKit.Logs.PaloAlto;

/// <summary>TRAFFIC: one record at a session's begin, end, or drop. <c>app</c> stays as PAN-OS names it (<c>web-browsing</c>).</summary>
internal sealed class TrafficLog() : PaloAltoKind("TRAFFIC", PaloAltoColumns.Traffic)
{
    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<NetworkTraffic>(
            NetworkTraffic.Model,
            [
                .. Ends.OfTraffic,
                FieldMap.Of("action", "action"),
                FieldMap.Of("app", "app"),
                FieldMap.Of("bytes", "bytes"),
                FieldMap.Of("bytes_in", "bytes_in"),
                FieldMap.Of("bytes_out", "bytes_out"),
                FieldMap.Of("dest_interface", "dest_interface"),
                FieldMap.Of("dest_mac", "dest_mac"),
                FieldMap.Of("dest_translated_ip", Translated, "dest_translated_ip"),
                FieldMap.Of("dest_translated_port", NotZero, "dest_translated_port"),
                FieldMap.Of("dest_zone", "dest_zone"),
                Ends.Direction,
                FieldMap.Of("duration", "duration"),
                FieldMap.Of("dvc", "dvc_name", "serial_number"),
                FieldMap.Of("flow_id", "session_id"),
                FieldMap.Of("packets", "packets"),
                FieldMap.Of("packets_in", "packets_in"),
                FieldMap.Of("packets_out", "packets_out"),
                FieldMap.Of("rule", "rule"),
                FieldMap.Of("session_id", "session_id"),
                FieldMap.Of("src_interface", "src_interface"),
                FieldMap.Of("src_mac", "src_mac"),
                FieldMap.Of("src_translated_ip", Translated, "src_translated_ip"),
                FieldMap.Of("src_translated_port", NotZero, "src_translated_port"),
                FieldMap.Of("src_zone", "src_zone"),
                FieldMap.Of("user", "src_user"),
                VendorProduct,
            ]),
    ];

    private static Value Translated(Value address) => address.ToText() is "0.0.0.0" or "::" ? default : address;

    private static Value NotZero(Value port) => port.ToText() is "0" ? default : port;
}
