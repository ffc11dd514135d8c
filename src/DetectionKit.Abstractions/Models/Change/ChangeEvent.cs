using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Change;

/// <summary>One change to a system, as CIM's Change data model describes it (dataset All_Changes). Immutable.</summary>
public sealed class ChangeEvent : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<ChangeEvent> Model { get; } = new("Change", "All_Changes", "CIM: Change")
    {
        Assets = ["dest", "src", "dvc"],
        Identities = ["user", "src_user"],
        Children =
        [
            new("Auditing_Changes", "tag", "audit"),
            new("Endpoint_Changes", "tag", "endpoint"),
            new("Endpoint_Changes.Endpoint_Restarts", "change_type", "restart"),
            new("Endpoint_Changes.Other_Endpoint_Changes"),
            new("Network_Changes", "tag", "network"),
            new("Network_Changes.Device_Restarts", "change_type", "restart"),
            new("Account_Management", "tag", "account"),
            new("Account_Management.Accounts_Created", "action", "created"),
            new("Account_Management.Accounts_Deleted", "action", "deleted"),
            new("Account_Management.Account_Lockouts", "action", "lockout"),
            new("Account_Management.Accounts_Updated", "action", "modified", "updated"),
            new("Instance_Changes", "tag", "instance"),
        ],
    };

    [Field("What was attempted: created, deleted, modified, read, started, stopped, lockout, cleared.")] public string Action { get; init; } = "unknown";
    [Field("The kind of change: filesystem, AAA, restart.")] public string ChangeType { get; init; } = "unknown";
    [Field("The command that did it.")] public string Command { get; init; } = "unknown";
    [Field("Where the change was made: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("What reported it.")] public string Dvc { get; init; } = "unknown";
    [Field("Instances: the image.")] public string? ImageId { get; init; }
    [Field("Instances: the kind of machine.")] public string? InstanceType { get; init; }
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
    [Field("Rules of a network: the targets' addresses.")] public Value DestIpRange { get; init; }
    [Field("Rules of a network: the targets' ports.")] public Value DestPortRange { get; init; }
    [Field("Rules of a network: the device.")] public string? Device { get; init; }
    [Field("Rules of a network: inbound, outbound.")] public string? Direction { get; init; }
    [Field("Rules of a network: the protocol.")] public string? Protocol { get; init; }
    [Field("Rules of a network: allow, deny.")] public string? RuleAction { get; init; }
    [Field("Rules of a network: the sources' addresses.")] public Value SrcIpRange { get; init; }
    [Field("Rules of a network: the sources' ports.")] public Value SrcPortRange { get; init; }
}
