using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents;

/// <summary>Reads one event in XML into a record, which it uses again.</summary>
internal sealed class XmlEventReader
{
    private readonly NameTable _names = new();
    private readonly EventFields _fields = new();

    /// <summary>Fills a record; false: the text is no event.</summary>
    /// <param name="xml">One <c>Event</c> element.</param>
    /// <param name="record">Takes the fields.</param>
    /// <param name="isCut">Whether its end is missing; then what is there is enough, if it says which event it is.</param>
    public bool Read(string xml, LogRecord record, bool isCut = false)
    {
        _fields.Begin(record);
        var whole = new XmlFragment(xml, _fields, _names).Read();
        if (isCut && !whole)
            _fields.End();
        if (!_fields.IsEvent || !(whole || (isCut && record.Has("EventID") && record.Has("Channel"))))
            return false;
        EventText.Set(record, xml);
        return true;
    }
}
