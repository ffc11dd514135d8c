using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.NetworkTraffic;

/// <summary>One flow as CIM's Network_Traffic data model describes it (dataset All_Traffic). Immutable.</summary>
public sealed class NetworkTraffic : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<NetworkTraffic> Model { get; } = new("Network_Traffic", "All_Traffic", "CIM: Network Traffic", NetworkTrafficFields.All)
    {
        Children = [new("Traffic_By_Action", null, null), new("Traffic_By_Action.Allowed_Traffic", "action", "allowed"), new("Traffic_By_Action.Blocked_Traffic", "action", "blocked")],
    };

    /// <summary><c>action</c>: What a device did with the traffic: allowed, blocked, teardown.</summary>
    public string Action { get; init; } = "unknown";

    /// <summary><c>app</c>: The application protocol that the bytes speak.</summary>
    public string App { get; init; } = "unknown";

    /// <summary><c>bytes</c>: Bytes in both directions, counted at the IP layer.</summary>
    public long? Bytes { get; init; }

    /// <summary><c>bytes_in</c>: Bytes from responder to originator.</summary>
    public long? BytesIn { get; init; }

    /// <summary><c>bytes_out</c>: Bytes from originator to responder.</summary>
    public long? BytesOut { get; init; }

    /// <summary><c>channel</c>: The 802.11 channel.</summary>
    public long? Channel { get; init; }

    /// <summary><c>dest</c>: The responder: name or address.</summary>
    public string Dest { get; init; } = "unknown";

    /// <summary><c>dest_interface</c>: The interface that faces the responder.</summary>
    public string DestInterface { get; init; } = "unknown";

    /// <summary><c>dest_ip</c>: The responder's address.</summary>
    public IpAddress DestIp { get; init; }

    /// <summary><c>dest_mac</c>: The responder's hardware address.</summary>
    public string DestMac { get; init; } = "unknown";

    /// <summary><c>dest_port</c>: The responder's port.</summary>
    public long? DestPort { get; init; }

    /// <summary><c>dest_translated_ip</c>: The responder's address after translation.</summary>
    public IpAddress DestTranslatedIp { get; init; }

    /// <summary><c>dest_translated_port</c>: The responder's port after translation.</summary>
    public long? DestTranslatedPort { get; init; }

    /// <summary><c>dest_zone</c>: The responder's zone.</summary>
    public string DestZone { get; init; } = "unknown";

    /// <summary><c>direction</c>: inbound, outbound or unknown.</summary>
    public string Direction { get; init; } = "unknown";

    /// <summary><c>duration</c>: Seconds from first to last packet.</summary>
    public double? Duration { get; init; }

    /// <summary><c>dvc</c>: What recorded the traffic.</summary>
    public string Dvc { get; init; } = "unknown";

    /// <summary><c>dvc_ip</c>: The recorder's address.</summary>
    public IpAddress DvcIp { get; init; }

    /// <summary><c>dvc_mac</c>: The recorder's hardware address.</summary>
    public string DvcMac { get; init; } = "unknown";

    /// <summary><c>dvc_zone</c>: The recorder's zone.</summary>
    public string DvcZone { get; init; } = "unknown";

    /// <summary><c>flow_id</c>: The flow's identifier: its uid.</summary>
    public string FlowId { get; init; } = "unknown";

    /// <summary><c>icmp_code</c>: The first message's code (RFC 792, RFC 4443).</summary>
    public long? IcmpCode { get; init; }

    /// <summary><c>icmp_type</c>: The first message's type (RFC 792, RFC 4443).</summary>
    public long? IcmpType { get; init; }

    /// <summary><c>packets</c>: Packets in both directions.</summary>
    public long? Packets { get; init; }

    /// <summary><c>packets_in</c>: Packets from responder to originator.</summary>
    public long? PacketsIn { get; init; }

    /// <summary><c>packets_out</c>: Packets from originator to responder.</summary>
    public long? PacketsOut { get; init; }

    /// <summary><c>process_id</c>: The process that owns the socket, where a host reports it.</summary>
    public long? ProcessId { get; init; }

    /// <summary><c>protocol</c>: The network layer: ip, ipv6.</summary>
    public string Protocol { get; init; } = "unknown";

    /// <summary><c>protocol_version</c>: The network layer's version.</summary>
    public string ProtocolVersion { get; init; } = "unknown";

    /// <summary><c>response_time</c>: Milliseconds to the first answer.</summary>
    public long? ResponseTime { get; init; }

    /// <summary><c>rule</c>: The rule that a device applied.</summary>
    public string Rule { get; init; } = "unknown";

    /// <summary><c>session_id</c>: The device's own identifier of the flow.</summary>
    public string SessionId { get; init; } = "unknown";

    /// <summary><c>src</c>: The originator: name or address.</summary>
    public string Src { get; init; } = "unknown";

    /// <summary><c>src_interface</c>: The interface that faces the originator.</summary>
    public string SrcInterface { get; init; } = "unknown";

    /// <summary><c>src_ip</c>: The originator's address.</summary>
    public IpAddress SrcIp { get; init; }

    /// <summary><c>src_mac</c>: The originator's hardware address.</summary>
    public string SrcMac { get; init; } = "unknown";

    /// <summary><c>src_port</c>: The originator's port.</summary>
    public long? SrcPort { get; init; }

    /// <summary><c>src_translated_ip</c>: The originator's address after translation.</summary>
    public IpAddress SrcTranslatedIp { get; init; }

    /// <summary><c>src_translated_port</c>: The originator's port after translation.</summary>
    public long? SrcTranslatedPort { get; init; }

    /// <summary><c>src_zone</c>: The originator's zone.</summary>
    public string SrcZone { get; init; } = "unknown";

    /// <summary><c>ssid</c>: The 802.11 service set.</summary>
    public string Ssid { get; init; } = "unknown";

    /// <summary><c>tag</c>: Tags of the event type.</summary>
    public Value Tag { get; init; }

    /// <summary><c>tcp_flag</c>: TCP flags seen on the flow.</summary>
    public string TcpFlag { get; init; } = "unknown";

    /// <summary><c>tos</c>: The type-of-service byte.</summary>
    public string Tos { get; init; } = "unknown";

    /// <summary><c>transport</c>: The transport: tcp, udp, icmp.</summary>
    public string Transport { get; init; } = "unknown";

    /// <summary><c>ttl</c>: The first packet's time to live.</summary>
    public long? Ttl { get; init; }

    /// <summary><c>user</c>: Who asked for the traffic.</summary>
    public string User { get; init; } = "unknown";

    /// <summary><c>vendor_account</c>: The account at a cloud vendor.</summary>
    public string VendorAccount { get; init; } = "unknown";

    /// <summary><c>vendor_product</c>: What made the record.</summary>
    public string VendorProduct { get; init; } = "unknown";

    /// <summary><c>vlan</c>: The outermost VLAN.</summary>
    public string Vlan { get; init; } = "unknown";

    /// <summary><c>wifi</c>: The 802.11 variant.</summary>
    public string Wifi { get; init; } = "unknown";

    /// <summary><c>dest_bunit</c>: The responder's business unit (an asset lookup fills it).</summary>
    public string? DestBunit { get; init; }

    /// <summary><c>dest_category</c>: The responder's categories (an asset lookup fills them).</summary>
    public Value DestCategory { get; init; }

    /// <summary><c>dest_priority</c>: The responder's priority (an asset lookup fills it).</summary>
    public string? DestPriority { get; init; }

    /// <summary><c>dvc_bunit</c>: The recorder's business unit (an asset lookup fills it).</summary>
    public string? DvcBunit { get; init; }

    /// <summary><c>dvc_category</c>: The recorder's categories (an asset lookup fills them).</summary>
    public Value DvcCategory { get; init; }

    /// <summary><c>dvc_priority</c>: The recorder's priority (an asset lookup fills it).</summary>
    public string? DvcPriority { get; init; }

    /// <summary><c>src_bunit</c>: The originator's business unit (an asset lookup fills it).</summary>
    public string? SrcBunit { get; init; }

    /// <summary><c>src_category</c>: The originator's categories (an asset lookup fills them).</summary>
    public Value SrcCategory { get; init; }

    /// <summary><c>src_priority</c>: The originator's priority (an asset lookup fills it).</summary>
    public string? SrcPriority { get; init; }

    /// <summary><c>user_bunit</c>: The user's business unit (an identity lookup fills it).</summary>
    public string? UserBunit { get; init; }

    /// <summary><c>user_category</c>: The user's categories (an identity lookup fills them).</summary>
    public Value UserCategory { get; init; }

    /// <summary><c>user_priority</c>: The user's priority (an identity lookup fills it).</summary>
    public string? UserPriority { get; init; }
}
