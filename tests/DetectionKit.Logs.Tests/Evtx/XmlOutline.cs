using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Evtx;

namespace DetectionKit.Logs.Tests.Evtx;

/// <summary>Writes down what a reader of event log files gives, as XML without escapes.</summary>
internal sealed class XmlOutline : IEvtxSink
{
    private readonly List<string> _open = [];
    private string _current = "";
    private bool _inTag;

    public List<string> Records { get; } = [];

    public List<EvtxRecord> Headers { get; } = [];

    public static (XmlOutline Outline, EvtxCounters Counters) Of(byte[] file, EvtxOptions? options = null)
    {
        var outline = new XmlOutline();
        var reader = new EvtxReader(outline, options);
        var problem = reader.Read(new MemoryStream(file));
        if (problem is not null)
            outline.Records.Add("problem: " + problem);
        return (outline, reader.Counters);
    }

    public void Begin(EvtxRecord record)
    {
        Headers.Add(record);
        _open.Clear();
        (_current, _inTag) = ("", false);
    }

    public void End(bool whole) => Records.Add(whole ? _current : "damaged");

    public void Open(string name)
    {
        EndTag();
        _current += "<" + name;
        _open.Add(name);
        _inTag = true;
    }

    public void Attribute(string name, Value value) => _current += $" {name}='{value}'";

    public void Text(Value value)
    {
        EndTag();
        _current += value.ToText();
    }

    public void Close()
    {
        _current += _inTag ? "/>" : $"</{_open[^1]}>";
        _open.RemoveAt(_open.Count - 1);
        _inTag = false;
    }

    private void EndTag()
    {
        if (_inTag)
            _current += ">";
        _inTag = false;
    }
}
