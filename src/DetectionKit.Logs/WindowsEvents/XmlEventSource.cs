using System.Collections.Immutable;
using System.Text;
using DetectionKit.Logs.Reading;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents;

/// <summary>The Windows event log as XML: what <c>wevtutil</c>, the event viewer and Splunk's add-on write, and Sysmon for Linux through syslog.</summary>
public sealed class XmlEventSource : LogSource
{
    /// <inheritdoc/>
    public override string Name => "windows-xml";

    /// <inheritdoc/>
    public override ImmutableArray<RecordKind> Kinds => [WindowsEventKind.Instance];

    /// <inheritdoc/>
    public override Likeness Recognise(LogHead head)
    {
        var first = head.FirstLine;
        if (first is ['{' or '[', ..])
            return Likeness.None;
        foreach (var line in head.Lines)
        {
            if (line.Contains("<Event>", StringComparison.Ordinal) || line.Contains("<Event ", StringComparison.Ordinal))
                return first.StartsWith('<') ? Likeness.Signature : Likeness.Shape;
        }

        return Likeness.None;
    }

    /// <inheritdoc/>
    public override void Read(LogInput input, RecordSink records)
    {
        var events = new XmlEvents(input);
        var reader = new XmlEventReader();
        var record = new LogRecord(input.Limits.Fields);
        while (events.Read(out var element))
        {
            record.Clear();
            if (!reader.Read(Encoding.UTF8.GetString(element), record, events.IsCut))
            {
                records.Counts.AddBad($"offset {events.Offset}", events.IsCut ? "the event is cut off" : "no event in XML");
                continue;
            }

            if (events.IsCut)
                records.Counts.AddCut();
            records.Take(record, WindowsEventKind.Instance, WindowsEventKind.XmlSourceType);
        }
    }
}
