using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents.Forms;

/// <summary>Every form of an event as an object.</summary>
internal static class EventForms
{
    private static readonly EventForm[] All = [new DocumentForm(), new WinlogbeatForm(), new OldWinlogbeatForm(), new FlatForm(), new RawForm()];

    /// <summary>The record's form; null: it has none of them, or has the event's own names already.</summary>
    public static EventForm? Find(LogRecord record)
    {
        if (record.Has("Provider_Name") || record.Has("LogName"))
            return null;
        foreach (var form in All)
        {
            if (form.Fits(record))
                return form;
        }

        return null;
    }
}
