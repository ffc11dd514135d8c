using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.ThreatIntelligence;

/// <summary>One match with threat intelligence, as Splunk Enterprise Security's Threat_Intelligence data model describes it (dataset Threat_Activity). Immutable.</summary>
public sealed class ThreatMatch : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<ThreatMatch> Model { get; } = new("Threat_Intelligence", "Threat_Activity", "Splunk Enterprise Security: Threat Intelligence data model")
    {
        Assets = ["dest", "src"],
        Identities = ["user"],
    };

    [Field("The system that it is about: name or address.")] public string? Dest { get; init; }
    [Field("The target's port.")] public string? DestPort { get; init; }
    [Field("The file's digests.")] public string? FileHash { get; init; }
    [Field("The file's name.")] public string? FileName { get; init; }
    [Field("The source type of what matched.")] public string? OrigSourcetype { get; init; }
    [Field("The system that it came from: name or address.")] public string? Src { get; init; }
    [Field("The source's port.")] public string? SrcPort { get; init; }
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("The kind of threat.")] public string? ThreatCategory { get; init; }
    [Field("The collection.")] public string? ThreatCollection { get; init; }
    [Field("The entry.")] public string? ThreatCollectionKey { get; init; }
    [Field("What is said of the threat.")] public string? ThreatDescription { get; init; }
    [Field("The group.")] public string? ThreatGroup { get; init; }
    [Field("The source of the intelligence.")] public string? ThreatKey { get; init; }
    [Field("The field that matched.")] public string? ThreatMatchField { get; init; }
    [Field("The value that matched.")] public string? ThreatMatchValue { get; init; }
    [Field("The source's identifier.")] public string? ThreatSourceId { get; init; }
    [Field("The source's path.")] public string? ThreatSourcePath { get; init; }
    [Field("The source's kind.")] public string? ThreatSourceType { get; init; }
    [Field("The URL.")] public string? Url { get; init; }
    [Field("The user that it is about.")] public string? User { get; init; }
    [Field("How much it counts.")] public double? Weight { get; init; }
}
