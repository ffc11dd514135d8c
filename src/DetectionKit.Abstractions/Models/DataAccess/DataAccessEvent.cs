using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.DataAccess;

/// <summary>One access to shared data, as CIM's Data_Access data model describes it (dataset Data_Access). Immutable.</summary>
public sealed class DataAccessEvent : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<DataAccessEvent> Model { get; } = new("Data_Access", "Data_Access", "CIM: Data Access")
    {
        Assets = ["dest", "src", "dvc"],
        Identities = ["user"],
    };

    [Field("What was done: copied, created, deleted, modified, read, downloaded, shared.")] public string Action { get; init; } = "unknown";
    [Field("The application.")] public string App { get; init; } = "unknown";
    [Field("The application's identifier.")] public string? AppId { get; init; }
    [Field("The system that it is about: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("The name of dest.")] public string? DestName { get; init; }
    [Field("The address of dest.")] public string? DestUrl { get; init; }
    [Field("What reported it.")] public string Dvc { get; init; } = "unknown";
    [Field("The user's mail address.")] public string? Email { get; init; }
    [Field("What was accessed or changed: its name.")] public string Object { get; init; } = "unknown";
    [Field("The attributes that changed.")] public Value ObjectAttrs { get; init; }
    [Field("The kind of object.")] public string ObjectCategory { get; init; } = "unknown";
    [Field("The object's identifier.")] public string? ObjectId { get; init; }
    [Field("The object's path.")] public string? ObjectPath { get; init; }
    [Field("The object's bytes.")] public long? ObjectSize { get; init; }
    [Field("Whose it is.")] public string? Owner { get; init; }
    [Field("The owner's mail address.")] public string? OwnerEmail { get; init; }
    [Field("The owner's identifier.")] public string? OwnerId { get; init; }
    [Field("What holds the object.")] public string? ParentObject { get; init; }
    [Field("The kind of what holds it.")] public string? ParentObjectCategory { get; init; }
    [Field("The identifier of what holds it.")] public string? ParentObjectId { get; init; }
    [Field("The system that it came from: name or address.")] public string Src { get; init; } = "unknown";
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("The tenant.")] public string? TenantId { get; init; }
    [Field("The user that it is about.")] public string User { get; init; } = "unknown";
    [Field("The client software, as it says.")] public string? UserAgent { get; init; }
    [Field("The user's group.")] public string? UserGroup { get; init; }
    [Field("The user's role.")] public string? UserRole { get; init; }
    [Field("The account at a cloud vendor.")] public string? VendorAccount { get; init; }
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
    [Field("The product's identifier.")] public string? VendorProductId { get; init; }
    [Field("The region at a cloud vendor.")] public string? VendorRegion { get; init; }
}
