namespace DetectionKit.Abstractions.Models.SplunkAudit;

/// <summary>One error of the web service, as CIM's Splunk_Audit data model describes it (dataset Web_Service_Errors). Immutable.</summary>
public sealed class WebServiceError : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<WebServiceError> Model { get; } = new("Splunk_Audit", "Web_Service_Errors", "CIM: Splunk Audit Logs")
    {
    };

    [Field("The error's number.")] public string EventId { get; init; } = "unknown";
}
