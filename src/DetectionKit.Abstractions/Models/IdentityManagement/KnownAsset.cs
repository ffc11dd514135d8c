using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.IdentityManagement;

/// <summary>A machine that the assets and identities of Splunk Enterprise Security know (data model Identity_Management, dataset All_Assets). Immutable.</summary>
public sealed class KnownAsset : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<KnownAsset> Model { get; } = new("Identity_Management", "All_Assets", "Splunk Enterprise Security: Identity Management");

    [Field("The names by which it is known.")] public Value Asset { get; init; }
    [Field("The entry.")] public string? AssetId { get; init; }
    [Field("Its tags.")] public Value AssetTag { get; init; }
    [Field("The business unit.")] public Value Bunit { get; init; }
    [Field("The categories.")] public Value Category { get; init; }
    [Field("The town.")] public string? City { get; init; }
    [Field("The country.")] public string? Country { get; init; }
    [Field("The names in DNS.")] public Value Dns { get; init; }
    [Field("The addresses.")] public Value Ip { get; init; }
    [Field("Whether it must always be there.")] public string? IsExpected { get; init; }
    [Field("The latitude.")] public string? Lat { get; init; }
    [Field("The longitude.")] public string? Long { get; init; }
    [Field("The hardware addresses.")] public Value Mac { get; init; }
    [Field("The names in Windows.")] public Value NtHost { get; init; }
    [Field("Whose it is.")] public string? Owner { get; init; }
    [Field("The domain of the card industry's standard.")] public Value PciDomain { get; init; }
    [Field("unknown, informational, low, medium, high, critical.")] public string Priority { get; init; } = "unknown";
    [Field("Whether it must have an anti-virus program.")] public string? RequiresAv { get; init; }
    [Field("Whether its clock must be set.")] public string? ShouldTimesync { get; init; }
    [Field("Whether it must be updated.")] public string? ShouldUpdate { get; init; }
    [Field("Tags of the event type.")] public Value Tag { get; init; }
}
