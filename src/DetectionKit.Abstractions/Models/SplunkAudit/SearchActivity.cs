namespace DetectionKit.Abstractions.Models.SplunkAudit;

/// <summary>One search, as CIM's Splunk_Audit data model describes it (dataset Search_Activity). Immutable.</summary>
public sealed class SearchActivity : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<SearchActivity> Model { get; } = new("Splunk_Audit", "Search_Activity", "CIM: Splunk Audit Logs")
    {
        Identities = ["user"],
        Children =
        [
            new("Realtime_Search_Activity"),
        ],
    };

    [Field("What is said of it: granted, completed.")] public string Info { get; init; } = "unknown";
    [Field("The search's text.")] public string Search { get; init; } = "unknown";
    [Field("The begin of what was searched.")] public double? SearchEt { get; init; }
    [Field("The end of what was searched.")] public double? SearchLt { get; init; }
    [Field("The saved search.")] public string? SearchName { get; init; }
    [Field("ad hoc, scheduled, acceleration.")] public string SearchType { get; init; } = "unknown";
    [Field("The saved search.")] public string? SavedsearchName { get; init; }
    [Field("The search's number.")] public string? Sid { get; init; }
    [Field("Seconds that it took.")] public double? TotalRunTime { get; init; }
    [Field("Events that it found.")] public long? EventCount { get; init; }
    [Field("Rows that it gave.")] public long? ResultCount { get; init; }
    [Field("Events that it read.")] public long? ScanCount { get; init; }
    [Field("The user that it is about.")] public string User { get; init; } = "unknown";
}
