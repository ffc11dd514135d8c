using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.NetworkTraffic;

/// <summary>One flow as CIM's Network_Traffic data model describes it (dataset All_Traffic). Immutable.</summary>
public sealed class NetworkTraffic : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<NetworkTraffic> Model { get; } = new("Network_Traffic", "All_Traffic", "CIM: Network Traffic")
    {
        Assets = ["dest", "dvc", "src"],
        Identities = ["user"],
        Children = [new("Traffic_By_Action"), new("Traffic_By_Action.Allowed_Traffic", "action", "allowed"), new("Traffic_By_Action.Blocked_Traffic", "action", "blocked")],
    };

    [Field("What a device did with the traffic: allowed, blocked, teardown.")] public string Action { get; init; } = "unknown";
    [Field("The application protocol that the bytes speak.")] public string App { get; init; } = "unknown";
    [Field("Bytes in both directions, counted at the IP layer.")] public long? Bytes { get; init; }
    [Field("Bytes from responder to originator.")] public long? BytesIn { get; init; }
    [Field("Bytes from originator to responder.")] public long? BytesOut { get; init; }
    [Field("The 802.11 channel.")] public long? Channel { get; init; }
    [Field("The responder: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("The interface that faces the responder.")] public string DestInterface { get; init; } = "unknown";
    [Field("The responder's address.")] public IpAddress DestIp { get; init; }
    [Field("The responder's hardware address.")] public string DestMac { get; init; } = "unknown";
    [Field("The responder's port.")] public long? DestPort { get; init; }
    [Field("The responder's address after translation.")] public IpAddress DestTranslatedIp { get; init; }
    [Field("The responder's port after translation.")] public long? DestTranslatedPort { get; init; }
    [Field("The responder's zone.")] public string DestZone { get; init; } = "unknown";
    [Field("inbound, outbound or unknown.")] public string Direction { get; init; } = "unknown";
    [Field("Seconds from first to last packet.")] public double? Duration { get; init; }
    [Field("What recorded the traffic.")] public string Dvc { get; init; } = "unknown";
    [Field("The recorder's address.")] public IpAddress DvcIp { get; init; }
    [Field("The recorder's hardware address.")] public string DvcMac { get; init; } = "unknown";
    [Field("The recorder's zone.")] public string DvcZone { get; init; } = "unknown";
    [Field("The flow's identifier: its uid.")] public string FlowId { get; init; } = "unknown";
    [Field("The first message's code (RFC 792, RFC 4443).")] public long? IcmpCode { get; init; }
    [Field("The first message's type (RFC 792, RFC 4443).")] public long? IcmpType { get; init; }
    [Field("Packets in both directions.")] public long? Packets { get; init; }
    [Field("Packets from responder to originator.")] public long? PacketsIn { get; init; }
    [Field("Packets from originator to responder.")] public long? PacketsOut { get; init; }
    [Field("The process that owns the socket, where a host reports it.")] public long? ProcessId { get; init; }
    [Field("The network layer: ip, ipv6.")] public string Protocol { get; init; } = "unknown";
    [Field("The network layer's version.")] public string ProtocolVersion { get; init; } = "unknown";
    [Field("Milliseconds to the first answer.")] public long? ResponseTime { get; init; }
    [Field("The rule that a device applied.")] public string Rule { get; init; } = "unknown";
    [Field("The device's own identifier of the flow.")] public string SessionId { get; init; } = "unknown";
    [Field("The originator: name or address.")] public string Src { get; init; } = "unknown";
    [Field("The interface that faces the originator.")] public string SrcInterface { get; init; } = "unknown";
    [Field("The originator's address.")] public IpAddress SrcIp { get; init; }
    [Field("The originator's hardware address.")] public string SrcMac { get; init; } = "unknown";
    [Field("The originator's port.")] public long? SrcPort { get; init; }
    [Field("The originator's address after translation.")] public IpAddress SrcTranslatedIp { get; init; }
    [Field("The originator's port after translation.")] public long? SrcTranslatedPort { get; init; }
    [Field("The originator's zone.")] public string SrcZone { get; init; } = "unknown";
    [Field("The 802.11 service set.")] public string Ssid { get; init; } = "unknown";
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("TCP flags seen on the flow.")] public string TcpFlag { get; init; } = "unknown";
    [Field("The type-of-service byte.")] public string Tos { get; init; } = "unknown";
    [Field("The transport: tcp, udp, icmp.")] public string Transport { get; init; } = "unknown";
    [Field("The first packet's time to live.")] public long? Ttl { get; init; }
    [Field("Who asked for the traffic.")] public string User { get; init; } = "unknown";
    [Field("The account at a cloud vendor.")] public string VendorAccount { get; init; } = "unknown";
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
    [Field("The outermost VLAN.")] public string Vlan { get; init; } = "unknown";
    [Field("The 802.11 variant.")] public string Wifi { get; init; } = "unknown";
}
