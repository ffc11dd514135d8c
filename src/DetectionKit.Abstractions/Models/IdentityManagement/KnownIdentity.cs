using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.IdentityManagement;

/// <summary>Somebody whom the assets and identities of Splunk Enterprise Security know (data model Identity_Management, dataset All_Identities). Immutable.</summary>
public sealed class KnownIdentity : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<KnownIdentity> Model { get; } = new("Identity_Management", "All_Identities", "Splunk Enterprise Security: Identity Management");

    [Field("The business unit.")] public Value Bunit { get; init; }
    [Field("The categories.")] public Value Category { get; init; }
    [Field("The address.")] public string? Email { get; init; }
    [Field("Epoch seconds: until when.", Name = "endDate")] public double? EndDate { get; init; }
    [Field("The first name.")] public string? First { get; init; }
    [Field("The names by which somebody is known.")] public Value Identity { get; init; }
    [Field("The entry.")] public string? IdentityId { get; init; }
    [Field("Its tags.")] public Value IdentityTag { get; init; }
    [Field("The last name.")] public string? Last { get; init; }
    [Field("Who is above.", Name = "managedBy")] public string? ManagedBy { get; init; }
    [Field("The short name.")] public string? Nick { get; init; }
    [Field("The telephone number.")] public string? Phone { get; init; }
    [Field("Another telephone number.", Name = "phone2")] public string? Phone2 { get; init; }
    [Field("The form of address.")] public string? Prefix { get; init; }
    [Field("unknown, informational, low, medium, high, critical.")] public string Priority { get; init; } = "unknown";
    [Field("Epoch seconds: since when.", Name = "startDate")] public double? StartDate { get; init; }
    [Field("What follows the name.")] public string? Suffix { get; init; }
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("Whether somebody watches: true, false.")] public string? Watchlist { get; init; }
    [Field("The town of work.")] public string? WorkCity { get; init; }
    [Field("The country of work.")] public string? WorkCountry { get; init; }
    [Field("Its latitude.")] public string? WorkLat { get; init; }
    [Field("Its longitude.")] public string? WorkLong { get; init; }
}
