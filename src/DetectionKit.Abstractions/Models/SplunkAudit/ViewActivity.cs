namespace DetectionKit.Abstractions.Models.SplunkAudit;

/// <summary>One view that was opened, as CIM's Splunk_Audit data model describes it (dataset View_Activity). Immutable.</summary>
public sealed class ViewActivity : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<ViewActivity> Model { get; } = new("Splunk_Audit", "View_Activity", "CIM: Splunk Audit Logs")
    {
        Identities = ["user"],
    };

    [Field("The application.")] public string App { get; init; } = "unknown";
    [Field("Milliseconds that it took.")] public double? Spent { get; init; }
    [Field("The address.")] public string Uri { get; init; } = "unknown";
    [Field("The user that it is about.")] public string User { get; init; } = "unknown";
    [Field("The view.")] public string View { get; init; } = "unknown";
}
