using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.NetworkSessions;

/// <summary>One begin, end or change of a network session (DHCP, VPN) as CIM's Network_Sessions data model describes it (dataset All_Sessions). The session's client is <c>dest</c>. Immutable.</summary>
public sealed class NetworkSession : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<NetworkSession> Model { get; } = new("Network_Sessions", "All_Sessions", "CIM: Network Sessions")
    {
        Assets = ["dest", "src"],
        Identities = ["user"],
        Children = [new("Session_Start", "tag", "start"), new("Session_End", "tag", "end"), new("DHCP", "tag", "dhcp"), new("VPN", "tag", "vpn")],
    };

    [Field("What was done: added, blocked, removed.")] public string Action { get; init; } = "unknown";
    [Field("The session's client: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("The client's name in the DNS.")] public string DestDns { get; init; } = "unknown";
    [Field("The address that the client gets or has.")] public IpAddress DestIp { get; init; }
    [Field("The client's hardware address.")] public string DestMac { get; init; } = "unknown";
    [Field("The client's host name.")] public string DestNtHost { get; init; } = "unknown";
    [Field("The session's seconds, where it ended.")] public double? Duration { get; init; }
    [Field("DHCP: seconds that the address is lent for.")] public long? LeaseDuration { get; init; }
    [Field("DHCP: the range that the address is of.")] public string LeaseScope { get; init; } = "unknown";
    [Field("Milliseconds from request to answer.")] public long? ResponseTime { get; init; }
    [Field("The kind of message: DHCPACK.")] public string Signature { get; init; } = "unknown";
    [Field("The kind of message by number.")] public string SignatureId { get; init; } = "unknown";
    [Field("Who began the session from outside (VPN); for DHCP the server.")] public string Src { get; init; } = "unknown";
    [Field("src's name in the DNS.")] public string SrcDns { get; init; } = "unknown";
    [Field("src's address.")] public IpAddress SrcIp { get; init; }
    [Field("src's hardware address.")] public string SrcMac { get; init; } = "unknown";
    [Field("src's host name.")] public string SrcNtHost { get; init; } = "unknown";
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("The session's user.")] public string User { get; init; } = "unknown";
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
}
