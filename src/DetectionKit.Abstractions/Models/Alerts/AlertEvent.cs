using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Alerts;

/// <summary>One alert of another product, as CIM's Alerts data model describes it (dataset Alerts). Immutable.</summary>
public sealed class AlertEvent : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<AlertEvent> Model { get; } = new("Alerts", "Alerts", "CIM: Alerts")
    {
        Assets = ["dest", "src"],
        Identities = ["user", "src_user"],
    };

    [Field("What raised it.")] public string App { get; init; } = "unknown";
    [Field("What it says.")] public string? Body { get; init; }
    [Field("What it is, in words.")] public string Description { get; init; } = "unknown";
    [Field("The system that it is about: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("The kind of system.")] public string DestType { get; init; } = "unknown";
    [Field("Its identifier.")] public string Id { get; init; } = "unknown";
    [Field("ATT&CK techniques.")] public Value MitreTechniqueId { get; init; }
    [Field("critical, high, medium, low, informational.")] public string Severity { get; init; } = "unknown";
    [Field("The vendor's own severity.")] public string SeverityId { get; init; } = "unknown";
    [Field("The event by name.")] public string Signature { get; init; } = "unknown";
    [Field("The event by number.")] public string SignatureId { get; init; } = "unknown";
    [Field("The system that it came from: name or address.")] public string Src { get; init; } = "unknown";
    [Field("The kind of source.")] public string SrcType { get; init; } = "unknown";
    [Field("Who did it.")] public string? SrcUser { get; init; }
    [Field("The subject.")] public string? Subject { get; init; }
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("alarm, alert, event, task, warning.")] public string Type { get; init; } = "unknown";
    [Field("The user that it is about.")] public string User { get; init; } = "unknown";
    [Field("The user's name.")] public string? UserName { get; init; }
    [Field("The account at a cloud vendor.")] public string? VendorAccount { get; init; }
    [Field("What made the record.")] public string? VendorProduct { get; init; }
    [Field("The region at a cloud vendor.")] public string? VendorRegion { get; init; }
}
