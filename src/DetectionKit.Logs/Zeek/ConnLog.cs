using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Zeek;

/// <summary>conn.log: one record a connection (Zeek manual, "conn.log").</summary>
internal sealed class ConnLog() : ZeekLog("conn")
{
    private static readonly FieldMap BytesIn = FieldMap.Of("bytes_in", "resp_ip_bytes", "resp_bytes");
    private static readonly FieldMap BytesOut = FieldMap.Of("bytes_out", "orig_ip_bytes", "orig_bytes");
    private static readonly FieldMap PacketsIn = FieldMap.Of("packets_in", "resp_pkts");
    private static readonly FieldMap PacketsOut = FieldMap.Of("packets_out", "orig_pkts");

    private static readonly ImmutableArray<FieldAlias> Names =
    [
        .. EndAliases,
        new("bytes_in", "resp_ip_bytes"), new("bytes_in", "resp_bytes"), new("bytes_out", "orig_ip_bytes"), new("bytes_out", "orig_bytes"),
        new("packets_in", "resp_pkts"), new("packets_out", "orig_pkts"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<NetworkTraffic>(
            NetworkTraffic.Model,
            [
                .. Ends.OfTraffic,
                new("app", ["service"], record => ZeekService.App(record)),
                FieldMap.Sum("bytes", BytesIn, BytesOut),
                BytesIn,
                BytesOut,
                FieldMap.Of("dest_mac", "resp_l2_addr"),
                new("direction", ["local_orig", "local_resp"], Direction),
                FieldMap.Of("duration", "duration"),
                FieldMap.Of("dvc", "_system_name"),
                FieldMap.Of("flow_id", "uid"),
                // In conn.log ICMP's ports are its type and code.
                new("icmp_code", ["id.resp_p"], record => Ends.IsIcmp(record) ? record["dest_port"] : default),
                new("icmp_type", ["id.orig_p"], record => Ends.IsIcmp(record) ? record["src_port"] : default),
                FieldMap.Sum("packets", PacketsIn, PacketsOut),
                PacketsIn,
                PacketsOut,
                FieldMap.Of("session_id", "uid"),
                FieldMap.Of("src_mac", "orig_l2_addr"),
                VendorProduct,
                FieldMap.Of("vlan", "vlan"),
            ]),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<FieldAlias> Aliases => Names;

    /// <inheritdoc/>
    protected override bool HasSigns(LogRecord record) =>
        record.Has("conn_state") || (record.Has("uid") && record.Has("proto")) || (record.Has("proto") && (record.Has("id.orig_h") || record.Has("id_orig_h")));

    // What Zeek's own configuration calls local wins; else the addresses tell.
    private static Value Direction(LogRecord record)
    {
        if (Local(record["local_orig"]) is { } origin && Local(record["local_resp"]) is { } responder && (origin || responder))
            return origin == responder ? default : Value.Of(origin ? "outbound" : "inbound");
        return Ends.DirectionOf(record);
    }

    private static bool? Local(Value flag) => flag.ToText() switch { "T" or "true" => true, "F" or "false" => false, _ => null };
}
