using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Authentication;

/// <summary>One logon or attempt at one, as CIM's Authentication data model describes it (dataset Authentication). Immutable.</summary>
public sealed class AuthenticationEvent : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<AuthenticationEvent> Model { get; } = new("Authentication", "Authentication", "CIM: Authentication")
    {
        Assets = ["dest", "src"],
        Identities = ["user", "src_user"],
        Children =
        [
            new("Failed_Authentication", "action", "failure"),
            new("Successful_Authentication", "action", "success"),
            new("Default_Authentication", "tag", "default"),
            new("Default_Authentication.Failed_Default_Authentication", "action", "failure"),
            new("Default_Authentication.Successful_Default_Authentication", "action", "success"),
            new("Insecure_Authentication", "tag", "cleartext", "insecure"),
            new("Privileged_Authentication", "tag", "privileged"),
            new("Privileged_Authentication.Failed_Privileged_Authentication", "action", "failure"),
            new("Privileged_Authentication.Successful_Privileged_Authentication", "action", "success"),
        ],
    };

    [Field("success, failure, pending, error.")] public string Action { get; init; } = "unknown";
    [Field("What was logged on to: ssh, splunk, win:local.")] public string App { get; init; } = "unknown";
    [Field("How: password, smart card, a second factor.")] public string? AuthenticationMethod { get; init; }
    [Field("What decided: Okta, ActiveDirectory.")] public string? AuthenticationService { get; init; }
    [Field("The system that was logged on to.")] public string Dest { get; init; } = "unknown";
    [Field("The domain of dest.")] public string? DestNtDomain { get; init; }
    [Field("Seconds that it took.")] public double? Duration { get; init; }
    [Field("Why it failed or succeeded.")] public string Reason { get; init; } = "unknown";
    [Field("Seconds to the first answer.")] public double? ResponseTime { get; init; }
    [Field("The event by name.")] public string Signature { get; init; } = "unknown";
    [Field("The event by number.")] public string SignatureId { get; init; } = "unknown";
    [Field("Where the user sat: name or address.")] public string Src { get; init; } = "unknown";
    [Field("The domain of src.")] public string? SrcNtDomain { get; init; }
    [Field("Who raised their rights, where that is another than user.")] public string SrcUser { get; init; } = "unknown";
    [Field("The identifier of who did it.")] public string? SrcUserId { get; init; }
    [Field("The role of who did it.")] public string? SrcUserRole { get; init; }
    [Field("The kind of who did it.")] public string? SrcUserType { get; init; }
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("Who logged on; the new user, where rights were raised.")] public string User { get; init; } = "unknown";
    [Field("The client software, as it says.")] public string? UserAgent { get; init; }
    [Field("The user's identifier.")] public string? UserId { get; init; }
    [Field("The user's role.")] public string? UserRole { get; init; }
    [Field("The user's kind.")] public string? UserType { get; init; }
    [Field("The account at a cloud vendor.")] public string? VendorAccount { get; init; }
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
}
