namespace DetectionKit.Abstractions.Models.SplunkAudit;

/// <summary>One run of a scheduled search, as CIM's Splunk_Audit data model describes it (dataset Scheduler_Activity). Immutable.</summary>
public sealed class SchedulerActivity : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<SchedulerActivity> Model { get; } = new("Splunk_Audit", "Scheduler_Activity", "CIM: Splunk Audit Logs")
    {
        Identities = ["user"],
    };

    [Field("The application.")] public string App { get; init; } = "unknown";
    [Field("Seconds that it took.")] public double? RunTime { get; init; }
    [Field("The saved search.")] public string SavedsearchName { get; init; } = "unknown";
    [Field("When it should have run.")] public double? ScheduledTime { get; init; }
    [Field("When it ran.")] public double? DispatchTime { get; init; }
    [Field("Rows that it gave.")] public long? ResultCount { get; init; }
    [Field("The search's number.")] public string Sid { get; init; } = "unknown";
    [Field("The server.")] public string? SplunkServer { get; init; }
    [Field("success, failure.")] public string Status { get; init; } = "unknown";
    [Field("The user that it is about.")] public string User { get; init; } = "unknown";
}
