using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.NetworkSessions;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;

namespace DetectionKit.Logs.Zeek;

/// <summary>dhcp.log: one record a conversation (Zeek manual, "dhcp.log"). <c>dest</c> is the client, as CIM's page has it.</summary>
internal sealed class DhcpLog() : ZeekLog("dhcp", "msg_types", "msg_types{}", "lease_time", "assigned_addr")
{
    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<NetworkSession>(
            NetworkSession.Model,
            FieldMap.Of("action", Action, "msg_types", "msg_types{}"),
            FieldMap.Of("dest", "host_name", "assigned_addr", "client_addr", "requested_addr", "mac"),
            FieldMap.Of("dest_dns", "client_fqdn"),
            FieldMap.Of("dest_ip", "assigned_addr", "client_addr", "requested_addr"),
            FieldMap.Of("dest_mac", "mac"),
            FieldMap.Of("dest_nt_host", "host_name"),
            FieldMap.Of("duration", "duration"),
            FieldMap.Of("lease_duration", "lease_time"),
            FieldMap.Of("signature", value => value.Items[^1], "msg_types", "msg_types{}"),
            FieldMap.Of("src", "server_addr"),
            FieldMap.Of("src_ip", "server_addr"),
            VendorProduct),
    ];

    private static Value Action(Value messages) => messages.Items[^1].ToText() switch
    {
        "ACK" => Value.Of("added"),
        "NAK" or "DECLINE" => Value.Of("blocked"),
        "RELEASE" => Value.Of("removed"),
        _ => default,
    };
}
