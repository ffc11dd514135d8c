using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Dlp;

/// <summary>One incident of data loss prevention, as CIM's DLP data model describes it (dataset DLP_Incidents). Immutable.</summary>
public sealed class DlpIncident : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<DlpIncident> Model { get; } = new("DLP", "DLP_Incidents", "CIM: Data Loss Prevention")
    {
        Assets = ["dest", "src", "dlp", "dvc"],
        Identities = ["user", "src_user"],
    };

    [Field("What was done about it.")] public string Action { get; init; } = "unknown";
    [Field("The application.")] public string App { get; init; } = "unknown";
    [Field("The kind, by the vendor.")] public string Category { get; init; } = "unknown";
    [Field("The system that it is about: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("The zone of dest.")] public string? DestZone { get; init; }
    [Field("The kind of protection.")] public string DlpType { get; init; } = "unknown";
    [Field("What reported it.")] public string Dvc { get; init; } = "unknown";
    [Field("The zone of dvc.")] public string? DvcZone { get; init; }
    [Field("What was accessed or changed: its name.")] public string Object { get; init; } = "unknown";
    [Field("The kind of object.")] public string ObjectCategory { get; init; } = "unknown";
    [Field("The object's path.")] public string ObjectPath { get; init; } = "unknown";
    [Field("critical, high, medium, low, informational.")] public string Severity { get; init; } = "unknown";
    [Field("The vendor's own severity.")] public string? SeverityId { get; init; }
    [Field("The event by name.")] public string Signature { get; init; } = "unknown";
    [Field("The event by number.")] public string? SignatureId { get; init; }
    [Field("The system that it came from: name or address.")] public string Src { get; init; } = "unknown";
    [Field("Who did it.")] public string? SrcUser { get; init; }
    [Field("The zone of src.")] public string? SrcZone { get; init; }
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("The user that it is about.")] public string User { get; init; } = "unknown";
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
}
