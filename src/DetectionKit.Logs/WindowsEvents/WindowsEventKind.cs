using System.Collections.Immutable;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;
using DetectionKit.Logs.WindowsEvents.Aliases;
using DetectionKit.Logs.WindowsEvents.Forms;
using DetectionKit.Logs.WindowsEvents.Models;

namespace DetectionKit.Logs.WindowsEvents;

/// <summary>
/// One event of the Windows event log, or of Sysmon for Linux, whatever form it came in. Under its own names it has System's elements and the
/// leaves of EventData or UserData; beside them the names, <c>source</c> and <c>sourcetype</c> that Splunk's add-ons for Windows and for Sysmon give.
/// </summary>
public sealed class WindowsEventKind : RecordKind
{
    /// <summary>The source type of an event in XML, and of any other form that has its parts.</summary>
    public const string XmlSourceType = "XmlWinEventLog";

    /// <summary>The source type of an event that was rendered as text.</summary>
    public const string TextSourceType = "WinEventLog";

    /// <summary>The one instance: a kind holds no state.</summary>
    public static WindowsEventKind Instance { get; } = new();

    /// <inheritdoc/>
    public override ImmutableArray<string> SourceTypes { get; } =
        [XmlSourceType, TextSourceType, "sysmon:linux", "XmlWinEventLog:Microsoft-Windows-Sysmon/Operational", "XmlWinEventLog:Security", "WinEventLog:Security"];

    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models => WindowsModels.All;

    /// <inheritdoc/>
    public override IEnumerable<string> FieldNames => base.FieldNames.Concat(AliasTables.FieldNames);

    /// <inheritdoc/>
    public override ImmutableArray<EventType> EventTypes { get; } = [OfLog("Security"), OfLog("System"), OfLog("Application")];

    /// <inheritdoc/>
    public override bool Fits(LogRecord record) => EventForms.Find(record) is not null;

    /// <inheritdoc/>
    public override void Shape(LogRecord record)
    {
        if (EventForms.Find(record) is { } form)
            form.Flatten(record);
        else if (!record.Has("EventID") && !record.Has("EventCode") && record.Text?.Invoke() is { } text)
            RawForm.Read(text, record);
        IndexedEvent.Complete(record);
        Origins.Set(record);
        AliasTables.Apply(record);
    }

    private static EventType OfLog(string channel) =>
        new("wineventlog_" + channel.ToLowerInvariant(), record => string.Equals(record.TextOf("Channel"), channel, StringComparison.OrdinalIgnoreCase));
}
