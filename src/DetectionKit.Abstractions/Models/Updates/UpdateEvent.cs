using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Updates;

/// <summary>One update of software, as CIM's Updates data model describes it (dataset Updates). Immutable.</summary>
public sealed class UpdateEvent : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<UpdateEvent> Model { get; } = new("Updates", "Updates", "CIM: Updates")
    {
        Assets = ["dest", "dvc"],
        Identities = ["user"],
        AssetFlags = true,
        Children =
        [
            new("Available_Updates", "status", "available"),
            new("Installed_Updates", "status", "installed"),
            new("Invalid_Updates", "status", "invalid"),
        ],
    };

    [Field("The system that it is about: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("What reported it.")] public string Dvc { get; init; } = "unknown";
    [Field("The file's digests.")] public string? FileHash { get; init; }
    [Field("The file's name.")] public string? FileName { get; init; }
    [Field("The update's name.")] public string Signature { get; init; } = "unknown";
    [Field("The update's number.")] public string SignatureId { get; init; } = "unknown";
    [Field("critical, high, medium, low, informational.")] public string Severity { get; init; } = "unknown";
    [Field("available, installed, invalid, restart_required, failure.")] public string Status { get; init; } = "unknown";
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("The user that it is about.")] public string? User { get; init; }
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
}
