using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents.Forms;

/// <summary>NXLog's <c>im_msvistalog</c>, and what is written like it: System's and EventData's fields side by side.</summary>
internal sealed class FlatForm : EventForm
{
    private static readonly (string From, string To)[] Names =
    [
        ("SourceName", "Provider_Name"), ("Hostname", "Computer"), ("host.name", "Computer"), ("RecordNumber", "EventRecordID"), ("ProviderGuid", "Guid"),
        ("ExecutionProcessID", "ProcessID"), ("ExecutionThreadID", "ThreadID"), ("Category", "TaskCategory"), ("Opcode", "OpCode"), ("OpcodeValue", "Opcode"),
        ("@timestamp", "SystemTime"), ("TimeCreated", "SystemTime"), ("EventTime", "SystemTime"),
    ];

    public override bool Fits(LogRecord record) =>
        record.Has("EventID") && !record.Has("Provider_Name") && (record.Has("SourceName") || record.Has("ProviderGuid"))
        && (record.Has("Channel") || record.Has("Hostname") || record.Has("Computer"));

    public override void Flatten(LogRecord record)
    {
        FieldNames.Rename(record, Names);
        record.Set("Name", record["Provider_Name"]);
        if (!record.Has("Channel") && record.TextOf("Provider_Name") is "Microsoft-Windows-Sysmon")
            record.Set("Channel", Abstractions.Values.Value.Of("Microsoft-Windows-Sysmon/Operational"));
    }
}
