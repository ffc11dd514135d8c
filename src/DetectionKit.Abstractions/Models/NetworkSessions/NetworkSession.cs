using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.NetworkSessions;

/// <summary>One begin, end or change of a network session (DHCP, VPN) as CIM's Network_Sessions data model describes it (dataset All_Sessions). The session's client is <c>dest</c>. Immutable.</summary>
public sealed class NetworkSession : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<NetworkSession> Model { get; } = new("Network_Sessions", "All_Sessions", "CIM: Network Sessions", NetworkSessionFields.All)
    {
        Children = [new("Session_Start", "tag", "start"), new("Session_End", "tag", "end"), new("DHCP", "tag", "dhcp"), new("VPN", "tag", "vpn")],
    };

    /// <summary><c>action</c>: What was done: added, blocked, removed.</summary>
    public string Action { get; init; } = "unknown";

    /// <summary><c>dest</c>: The session's client: name or address.</summary>
    public string Dest { get; init; } = "unknown";

    /// <summary><c>dest_dns</c>: The client's name in the DNS.</summary>
    public string DestDns { get; init; } = "unknown";

    /// <summary><c>dest_ip</c>: The address that the client gets or has.</summary>
    public IpAddress DestIp { get; init; }

    /// <summary><c>dest_mac</c>: The client's hardware address.</summary>
    public string DestMac { get; init; } = "unknown";

    /// <summary><c>dest_nt_host</c>: The client's host name.</summary>
    public string DestNtHost { get; init; } = "unknown";

    /// <summary><c>duration</c>: The session's seconds, where it ended.</summary>
    public double? Duration { get; init; }

    /// <summary><c>lease_duration</c>: DHCP: seconds that the address is lent for.</summary>
    public long? LeaseDuration { get; init; }

    /// <summary><c>lease_scope</c>: DHCP: the range that the address is of.</summary>
    public string LeaseScope { get; init; } = "unknown";

    /// <summary><c>response_time</c>: Milliseconds from request to answer.</summary>
    public long? ResponseTime { get; init; }

    /// <summary><c>signature</c>: The kind of message: DHCPACK.</summary>
    public string Signature { get; init; } = "unknown";

    /// <summary><c>signature_id</c>: The kind of message by number.</summary>
    public string SignatureId { get; init; } = "unknown";

    /// <summary><c>src</c>: Who began the session from outside (VPN); for DHCP the server.</summary>
    public string Src { get; init; } = "unknown";

    /// <summary><c>src_dns</c>: src's name in the DNS.</summary>
    public string SrcDns { get; init; } = "unknown";

    /// <summary><c>src_ip</c>: src's address.</summary>
    public IpAddress SrcIp { get; init; }

    /// <summary><c>src_mac</c>: src's hardware address.</summary>
    public string SrcMac { get; init; } = "unknown";

    /// <summary><c>src_nt_host</c>: src's host name.</summary>
    public string SrcNtHost { get; init; } = "unknown";

    /// <summary><c>tag</c>: Tags of the event type.</summary>
    public Value Tag { get; init; }

    /// <summary><c>user</c>: The session's user.</summary>
    public string User { get; init; } = "unknown";

    /// <summary><c>vendor_product</c>: What made the record.</summary>
    public string VendorProduct { get; init; } = "unknown";

    /// <summary><c>dest_bunit</c>: The responder's business unit (an asset lookup fills it).</summary>
    public string? DestBunit { get; init; }

    /// <summary><c>dest_category</c>: The responder's categories (an asset lookup fills them).</summary>
    public Value DestCategory { get; init; }

    /// <summary><c>dest_priority</c>: The responder's priority (an asset lookup fills it).</summary>
    public string? DestPriority { get; init; }

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
