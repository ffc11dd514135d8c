using DetectionKit.Logs.Reading;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents;

/// <summary>Reads one event in XML into a record, which it uses again.</summary>
internal sealed class XmlEventReader(LogLimits limits)
{
    private readonly NameTable _names = new();
    private readonly EventFields _fields = new();
    private readonly LogRecord _record = new(limits.Fields);

    /// <summary>The record; null: the text is no event.</summary>
    public LogRecord? Read(string xml)
    {
        _record.Clear();
        return Read(xml, _record) ? _record : null;
    }

    /// <summary>Fills a record; false: the text is no event.</summary>
    public bool Read(string xml, LogRecord record)
    {
        _fields.Begin(record);
        if (!new XmlFragment(xml, _fields, _names).Read() || !_fields.IsEvent)
            return false;
        EventText.Set(record, xml);
        return true;
    }
}
