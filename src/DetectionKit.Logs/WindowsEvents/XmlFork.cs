using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Evtx;

namespace DetectionKit.Logs.WindowsEvents;

/// <summary>Gives what it takes to two.</summary>
internal abstract class XmlFork(IXmlSink first, IXmlSink second) : IXmlSink
{
    public void Open(string name)
    {
        first.Open(name);
        second.Open(name);
    }

    public void Attribute(string name, Value value)
    {
        first.Attribute(name, value);
        second.Attribute(name, value);
    }

    public void Text(Value value)
    {
        first.Text(value);
        second.Text(value);
    }

    public void Close()
    {
        first.Close();
        second.Close();
    }
}
