using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents;

/// <summary>Keeps an event's XML with its record: <c>_raw</c>, and the parts that the add-on gives as fields.</summary>
internal static class EventText
{
    private static readonly (string Field, string Element)[] Parts =
        [("System_Props_Xml", "System"), ("EventData_Xml", "EventData"), ("UserData_Xml", "UserData")];

    /// <summary>Sets them.</summary>
    public static void Set(LogRecord record, string xml)
    {
        record.Text = () => xml;
        foreach (var (field, element) in Parts)
            record.Add(field, Value.Of(Inner(xml, element)));
    }

    // What is between the element's tags; null where it is not there or empty.
    private static string? Inner(string xml, string element)
    {
        var start = xml.IndexOf("<" + element, StringComparison.Ordinal);
        if (start < 0 || xml.IndexOf('>', start) is not (> 0 and var tagEnd) || xml[tagEnd - 1] == '/')
            return null;
        var end = xml.IndexOf("</" + element + ">", tagEnd, StringComparison.Ordinal);
        return end < 0 ? null : xml[(tagEnd + 1)..end];
    }
}
