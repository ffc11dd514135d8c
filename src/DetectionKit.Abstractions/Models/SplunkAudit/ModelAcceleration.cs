namespace DetectionKit.Abstractions.Models.SplunkAudit;

/// <summary>The state of one accelerated data model, as CIM's Splunk_Audit data model describes it (dataset Datamodel_Acceleration). Immutable.</summary>
public sealed class ModelAcceleration : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<ModelAcceleration> Model { get; } = new("Splunk_Audit", "Datamodel_Acceleration", "CIM: Splunk Audit Logs")
    {
    };

    [Field("How often it was used.")] public long? AccessCount { get; init; }
    [Field("When it was last used.")] public double? AccessTime { get; init; }
    [Field("The application.")] public string App { get; init; } = "unknown";
    [Field("Buckets.")] public long? Buckets { get; init; }
    [Field("Bytes of the buckets.")] public long? BucketsSize { get; init; }
    [Field("Share that is done.")] public double? Complete { get; init; }
    [Field("When it runs.")] public string? Cron { get; init; }
    [Field("The data model.")] public string Datamodel { get; init; } = "unknown";
    [Field("Its digest.")] public string? Digest { get; init; }
    [Field("Since when.")] public string? Earliest { get; init; }
    [Field("Whether it runs.")] public string? IsInprogress { get; init; }
    [Field("The last error.")] public string? LastError { get; init; }
    [Field("The last search.")] public string? LastSid { get; init; }
    [Field("Until when.")] public string? Latest { get; init; }
    [Field("When it was last changed.")] public double? ModTime { get; init; }
    [Field("Seconds that it is kept.")] public double? Retention { get; init; }
    [Field("Bytes.")] public long? Size { get; init; }
    [Field("The summary.")] public string? SummaryId { get; init; }
}
