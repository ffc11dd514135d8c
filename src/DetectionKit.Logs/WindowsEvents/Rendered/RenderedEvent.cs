using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents.Rendered;

/// <summary>
/// Reads an event that Splunk rendered as text: a time, lines of <c>key=value</c>, and at last <c>Message=</c> with the event's words and values.
/// Its values get the names that the event's XML has, as far as the words tell.
/// </summary>
internal static class RenderedEvent
{
    private const string Message = "Message";

    // Own name in the text, name in the XML.
    private static readonly (string Key, string Element)[] Header =
        [("LogName", "Channel"), ("EventCode", "EventID"), ("ComputerName", "Computer"), ("RecordNumber", "EventRecordID")];

    /// <summary>Whether a text is such an event.</summary>
    public static bool Recognises(ReadOnlySpan<char> text) =>
        IsTime(FirstLine(text)) && text[..Math.Min(text.Length, 4096)].Contains("\nLogName=", StringComparison.Ordinal);

    /// <summary>Whether a line is the time with which an event begins: <c>09/15/2022 12:56:22 PM</c>, a zone or fraction may follow.</summary>
    public static bool IsTime(ReadOnlySpan<char> line) =>
        line.Length is >= 19 and <= 40 && line[2] == '/' && line[5] == '/' && char.IsAsciiDigit(line[0]) && char.IsAsciiDigit(line[6]) && line[13] == ':';

    /// <summary>Fills a record; false: the text is no event.</summary>
    public static bool Read(string text, LogRecord record)
    {
        if (!Recognises(text))
            return false;
        record.Text ??= () => text;
        var lines = text.Split('\n');
        if (TimeText.TryRead(lines[0].Trim(), out var time))
            record.Time ??= time;
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.IndexOf('=') is not (> 0 and var equals))
                continue;
            var key = line[..equals];
            if (key is Message)
            {
                var message = string.Join('\n', lines[i..].Select(part => part.TrimEnd('\r')))[(Message.Length + 1)..].TrimEnd();
                record.Add(Message, Value.Of(message));
                record.Add("body", Value.Of(message));
                MessageFields.Read(message, record);
                break;
            }

            record.Add(key, Value.Of(line[(equals + 1)..].Trim()));
        }

        foreach (var (key, element) in Header)
            record.Set(element, record[key]);
        record.Set("Provider_Name", Value.Of(ProviderOf(record.TextOf("SourceName"))));
        return record.Has("EventID");
    }

    private static string? ProviderOf(string? sourceName) => sourceName switch
    {
        "Microsoft Windows security auditing." => "Microsoft-Windows-Security-Auditing",
        _ => sourceName,
    };

    private static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        return (end < 0 ? text : text[..end]).Trim();
    }
}
