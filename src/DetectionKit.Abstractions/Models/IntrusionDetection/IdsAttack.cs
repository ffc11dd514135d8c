using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.IntrusionDetection;

/// <summary>One alert of an intrusion detection system as CIM's Intrusion_Detection data model describes it (dataset IDS_Attacks). Immutable.</summary>
public sealed class IdsAttack : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<IdsAttack> Model { get; } = new("Intrusion_Detection", "IDS_Attacks", "CIM: Intrusion Detection")
    {
        Assets = ["dest", "dvc", "src"],
        Identities = ["user"],
        Children = [new("Application_Intrusion_Detection", "ids_type", "application"), new("Host_Intrusion_Detection", "ids_type", "host"), new("Network_Intrusion_Detection", "ids_type", "network"), new("Wireless_Intrusion_Detection", "ids_type", "wireless")],
    };

    [Field("What was done about it: allowed, blocked.")] public string Action { get; init; } = "unknown";
    [Field("The kind of attack, by the vendor.")] public string Category { get; init; } = "unknown";
    [Field("The target: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("The target's port.")] public long? DestPort { get; init; }
    [Field("What recorded it.")] public string Dvc { get; init; } = "unknown";
    [Field("The file's hash.")] public string FileHash { get; init; } = "unknown";
    [Field("The file's name.")] public string FileName { get; init; } = "unknown";
    [Field("The file's path.")] public string FilePath { get; init; } = "unknown";
    [Field("Where it looks: network, host, application, wireless.")] public string IdsType { get; init; } = "unknown";
    [Field("critical, high, medium, low, informational.")] public string Severity { get; init; } = "unknown";
    [Field("The vendor's own severity.")] public string SeverityId { get; init; } = "unknown";
    [Field("The alert's name.")] public string Signature { get; init; } = "unknown";
    [Field("The alert's number.")] public string SignatureId { get; init; } = "unknown";
    [Field("Who attacks: name or address.")] public string Src { get; init; } = "unknown";
    [Field("The attacker's port.")] public long? SrcPort { get; init; }
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("The transport: tcp, udp, icmp.")] public string Transport { get; init; } = "unknown";
    [Field("The user that it is about.")] public string User { get; init; } = "unknown";
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
}
