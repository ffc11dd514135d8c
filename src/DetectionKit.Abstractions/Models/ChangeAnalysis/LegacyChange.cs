using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.ChangeAnalysis;

/// <summary>One change to a system, as CIM's older Change_Analysis data model describes it (dataset All_Changes). Immutable.</summary>
public sealed class LegacyChange : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<LegacyChange> Model { get; } = new("Change_Analysis", "All_Changes", "CIM: Change Analysis (deprecated)")
    {
        Assets = ["dest", "src", "dvc"],
        Identities = ["user", "src_user"],
        Children =
        [
            new("Auditing_Changes", "tag", "audit"),
            new("Endpoint_Changes", "tag", "endpoint"),
            new("Endpoint_Changes.Endpoint_Restarts", "change_type", "restart"),
            new("Endpoint_Changes.Filesystem_Changes", "change_type", "filesystem"),
            new("Endpoint_Changes.Registry_Changes", "change_type", "registry"),
            new("Endpoint_Changes.Other_Endpoint_Changes"),
            new("Network_Changes", "tag", "network"),
            new("Network_Changes.Device_Restarts", "change_type", "restart"),
            new("Account_Management", "tag", "account"),
            new("Account_Management.Accounts_Created", "action", "created"),
            new("Account_Management.Accounts_Deleted", "action", "deleted"),
            new("Account_Management.Account_Lockouts", "action", "lockout"),
            new("Account_Management.Accounts_Updated", "action", "modified", "updated"),
            new("Filesystem_Changes", "change_type", "filesystem"),
        ],
    };

    [Field("What was attempted: created, deleted, modified, read, started, stopped, lockout, cleared.")] public string Action { get; init; } = "unknown";
    [Field("The kind of change: filesystem, AAA, restart.")] public string ChangeType { get; init; } = "unknown";
    [Field("The command that did it.")] public string Command { get; init; } = "unknown";
    [Field("Where the change was made: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("What reported it.")] public string Dvc { get; init; } = "unknown";
    [Field("What was accessed or changed: its name.")] public string Object { get; init; } = "unknown";
    [Field("The attributes that changed.")] public string ObjectAttrs { get; init; } = "unknown";
    [Field("The kind of object.")] public string ObjectCategory { get; init; } = "unknown";
    [Field("The object's identifier.")] public string ObjectId { get; init; } = "unknown";
    [Field("The object's path.")] public string ObjectPath { get; init; } = "unknown";
    [Field("The vendor's result.")] public string Result { get; init; } = "unknown";
    [Field("The vendor's result by number.")] public string ResultId { get; init; } = "-1";
    [Field("Where it was asked for: name or address.")] public string Src { get; init; } = "unknown";
    [Field("success, failure.")] public string Status { get; init; } = "unknown";
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("Who did it; for accounts, whose account it is.")] public string User { get; init; } = "unknown";
    [Field("The client software, as it says.")] public string? UserAgent { get; init; }
    [Field("The user's name.")] public string UserName { get; init; } = "unknown";
    [Field("The user's kind.")] public string? UserType { get; init; }
    [Field("The account at a cloud vendor.")] public string? VendorAccount { get; init; }
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
    [Field("The region at a cloud vendor.")] public string? VendorRegion { get; init; }
    [Field("Accounts: the domain of user.")] public string? DestNtDomain { get; init; }
    [Field("Accounts: the domain of src_user.")] public string? SrcNtDomain { get; init; }
    [Field("Accounts: who did it.")] public string? SrcUser { get; init; }
    [Field("The name of who did it.")] public string? SrcUserName { get; init; }
    [Field("The kind of who did it.")] public string? SrcUserType { get; init; }
    [Field("Files: when it was last read.")] public string? FileAccessTime { get; init; }
    [Field("Files: who may do what.")] public string? FileAcl { get; init; }
    [Field("Files: when it was made.")] public string? FileCreateTime { get; init; }
    [Field("The file's digests.")] public string? FileHash { get; init; }
    [Field("Files: when it was last written.")] public string? FileModifyTime { get; init; }
    [Field("The file's name.")] public string? FileName { get; init; }
    [Field("The file's path.")] public string? FilePath { get; init; }
    [Field("The file's size.")] public long? FileSize { get; init; }
    [Field("Registry: the hive.")] public string? RegistryHive { get; init; }
    [Field("Registry: the key.")] public string? RegistryKeyName { get; init; }
    [Field("Registry: the path.")] public string? RegistryPath { get; init; }
    [Field("Registry: the value as it is.")] public string? RegistryValueData { get; init; }
    [Field("Registry: the value's name.")] public string? RegistryValueName { get; init; }
    [Field("Registry: the value in words.")] public string? RegistryValueText { get; init; }
    [Field("Registry: the value's type.")] public string? RegistryValueType { get; init; }
}
