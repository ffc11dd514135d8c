namespace DetectionKit.Abstractions.Models.SplunkAudit;

/// <summary>One run of an alert action, as CIM's Splunk_Audit data model describes it (dataset Modular_Actions). Immutable.</summary>
public sealed class ModularAction : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<ModularAction> Model { get; } = new("Splunk_Audit", "Modular_Actions", "CIM: Splunk Audit Logs")
    {
        Identities = ["user"],
    };

    [Field("adhoc or saved.")] public string ActionMode { get; init; } = "unknown";
    [Field("The action.")] public string ActionName { get; init; } = "unknown";
    [Field("success, failure, pending.")] public string ActionStatus { get; init; } = "unknown";
    [Field("The application.")] public string App { get; init; } = "unknown";
    [Field("The part that speaks.")] public string? Component { get; init; }
    [Field("Seconds that it took.")] public double? Duration { get; init; }
    [Field("The row that it is for.")] public string? OrigRid { get; init; }
    [Field("The search that it is for.")] public string? OrigSid { get; init; }
    [Field("Its own row.")] public string? Rid { get; init; }
    [Field("The saved search.")] public string SearchName { get; init; } = "unknown";
    [Field("Its own search.")] public string Sid { get; init; } = "unknown";
    [Field("The event by name.")] public string? Signature { get; init; }
    [Field("The user that it is about.")] public string? User { get; init; }
}
