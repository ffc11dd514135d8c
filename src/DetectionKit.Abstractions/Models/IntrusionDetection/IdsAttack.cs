using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.IntrusionDetection;

/// <summary>One alert of an intrusion detection system as CIM's Intrusion_Detection data model describes it (dataset IDS_Attacks). Immutable.</summary>
public sealed class IdsAttack : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<IdsAttack> Model { get; } = new("Intrusion_Detection", "IDS_Attacks", "CIM: Intrusion Detection", IdsAttackFields.All)
    {
        Children = [new("Application_Intrusion_Detection", "ids_type", "application"), new("Host_Intrusion_Detection", "ids_type", "host"), new("Network_Intrusion_Detection", "ids_type", "network"), new("Wireless_Intrusion_Detection", "ids_type", "wireless")],
    };

    /// <summary><c>action</c>: What was done about it: allowed, blocked.</summary>
    public string Action { get; init; } = "unknown";

    /// <summary><c>category</c>: The kind of attack, by the vendor.</summary>
    public string Category { get; init; } = "unknown";

    /// <summary><c>dest</c>: The target: name or address.</summary>
    public string Dest { get; init; } = "unknown";

    /// <summary><c>dest_port</c>: The target's port.</summary>
    public long? DestPort { get; init; }

    /// <summary><c>dvc</c>: What recorded it.</summary>
    public string Dvc { get; init; } = "unknown";

    /// <summary><c>file_hash</c>: The file's hash.</summary>
    public string FileHash { get; init; } = "unknown";

    /// <summary><c>file_name</c>: The file's name.</summary>
    public string FileName { get; init; } = "unknown";

    /// <summary><c>file_path</c>: The file's path.</summary>
    public string FilePath { get; init; } = "unknown";

    /// <summary><c>ids_type</c>: Where it looks: network, host, application, wireless.</summary>
    public string IdsType { get; init; } = "unknown";

    /// <summary><c>severity</c>: critical, high, medium, low, informational.</summary>
    public string Severity { get; init; } = "unknown";

    /// <summary><c>severity_id</c>: The vendor's own severity.</summary>
    public string SeverityId { get; init; } = "unknown";

    /// <summary><c>signature</c>: The alert's name.</summary>
    public string Signature { get; init; } = "unknown";

    /// <summary><c>signature_id</c>: The alert's number.</summary>
    public string SignatureId { get; init; } = "unknown";

    /// <summary><c>src</c>: Who attacks: name or address.</summary>
    public string Src { get; init; } = "unknown";

    /// <summary><c>src_port</c>: The attacker's port.</summary>
    public long? SrcPort { get; init; }

    /// <summary><c>tag</c>: Tags of the event type.</summary>
    public Value Tag { get; init; }

    /// <summary><c>transport</c>: The transport: tcp, udp, icmp.</summary>
    public string Transport { get; init; } = "unknown";

    /// <summary><c>user</c>: The user that it is about.</summary>
    public string User { get; init; } = "unknown";

    /// <summary><c>vendor_product</c>: What made the record.</summary>
    public string VendorProduct { get; init; } = "unknown";

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
