using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents.Forms;

/// <summary>Winlogbeat since version 7: everything of the event under <c>winlog.</c>.</summary>
internal sealed class WinlogbeatForm : EventForm
{
    private static readonly (string From, string To)[] Names =
    [
        ("winlog.event_id", "EventID"), ("event.code", "EventID"), ("winlog.channel", "Channel"), ("winlog.computer_name", "Computer"),
        ("winlog.provider_name", "Provider_Name"), ("event.provider", "Provider_Name"), ("winlog.provider_guid", "Guid"), ("winlog.record_id", "EventRecordID"),
        ("winlog.version", "Version"), ("winlog.task", "TaskCategory"), ("winlog.opcode", "OpCode"), ("winlog.process.pid", "ProcessID"),
        ("winlog.process.thread.id", "ThreadID"), ("winlog.activity_id", "ActivityID"), ("winlog.related_activity_id", "RelatedActivityID"),
        ("winlog.user.identifier", "UserID"), ("@timestamp", "SystemTime"), ("message", "Message"), ("log.level", "Type"),
    ];

    public override bool Fits(LogRecord record) => record.Has("winlog.channel") || record.Has("winlog.event_id") || record.Has("winlog.provider_name");

    public override void Flatten(LogRecord record)
    {
        FieldNames.Rename(record, Names);
        FieldNames.Lift(record, "winlog.event_data.");
        FieldNames.Lift(record, "winlog.user_data.");
        record.Set("Name", record["Provider_Name"]);
    }
}

/// <summary>Winlogbeat before version 7.</summary>
internal sealed class OldWinlogbeatForm : EventForm
{
    private static readonly (string From, string To)[] Names =
    [
        ("event_id", "EventID"), ("log_name", "Channel"), ("computer_name", "Computer"), ("source_name", "Provider_Name"), ("provider_guid", "Guid"),
        ("record_number", "EventRecordID"), ("version", "Version"), ("task", "TaskCategory"), ("opcode", "OpCode"), ("process_id", "ProcessID"),
        ("thread_id", "ThreadID"), ("activity_id", "ActivityID"), ("related_activity_id", "RelatedActivityID"), ("user.identifier", "UserID"),
        ("@timestamp", "SystemTime"), ("message", "Message"), ("level", "Type"),
    ];

    public override bool Fits(LogRecord record) => record.Has("log_name") && record.Has("event_id") && record.Has("source_name");

    public override void Flatten(LogRecord record)
    {
        FieldNames.Rename(record, Names);
        FieldNames.Lift(record, "event_data.");
        FieldNames.Lift(record, "user_data.");
        record.Set("Name", record["Provider_Name"]);
    }
}
