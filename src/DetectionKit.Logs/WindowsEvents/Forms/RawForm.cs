using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Records;
using DetectionKit.Logs.WindowsEvents.Rendered;

namespace DetectionKit.Logs.WindowsEvents.Forms;

/// <summary>An event that an index gave out as its text alone: the text is read.</summary>
internal sealed class RawForm : EventForm
{
    private const string Raw = "_raw";

    public override bool Fits(LogRecord record) =>
        record[Raw] is { Kind: ValueKind.Text } raw && !record.Has("EventID") && !record.Has("EventCode") && IsEvent(raw.ToText());

    public override void Flatten(LogRecord record)
    {
        if (record.TextOf(Raw) is { } text)
            Read(text, record);
    }

    /// <summary>Reads an event's text into the record; false: it is none.</summary>
    public static bool Read(string text, LogRecord record)
    {
        if (IsXml(text))
            return new XmlEventReader().Read(text[text.IndexOf("<Event", StringComparison.Ordinal)..], record);
        return RenderedEvent.Read(text, record);
    }

    private static bool IsEvent(string text) => IsXml(text) || RenderedEvent.Recognises(text);

    private static bool IsXml(string text) => text.Contains("<Event ", StringComparison.Ordinal) || text.Contains("<Event>", StringComparison.Ordinal);
}
