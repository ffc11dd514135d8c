using System.Text;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Evtx;

namespace DetectionKit.Logs.WindowsEvents;

/// <summary>Writes XML as the add-on's events have it: no blanks between elements, attributes in single quotes.</summary>
internal sealed class XmlText : IXmlSink
{
    private readonly StringBuilder _text = new(4096);
    private readonly List<string> _open = [];
    private bool _inTag;

    public void Clear()
    {
        _text.Clear();
        _open.Clear();
        _inTag = false;
    }

    public override string ToString() => _text.ToString();

    public void Open(string name)
    {
        EndTag();
        _text.Append('<').Append(name);
        _open.Add(name);
        _inTag = true;
    }

    public void Attribute(string name, Value value)
    {
        _text.Append(' ').Append(name).Append("='");
        Escape(value);
        _text.Append('\'');
    }

    public void Text(Value value)
    {
        EndTag();
        Escape(value);
    }

    public void Close()
    {
        var name = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        if (_inTag)
            _text.Append("/>");
        else
            _text.Append("</").Append(name).Append('>');
        _inTag = false;
    }

    private void EndTag()
    {
        if (_inTag)
            _text.Append('>');
        _inTag = false;
    }

    private void Escape(Value value)
    {
        if (value.Kind == ValueKind.Integer && value.TryGetInteger(out var number))
        {
            _text.Append(number);
            return;
        }

        ReadOnlySpan<char> rest = value.ToText();
        while (rest.IndexOfAny("&<>'\"") is var at and >= 0)
        {
            _text.Append(rest[..at]).Append(rest[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '\'' => "&apos;", _ => "&quot;" });
            rest = rest[(at + 1)..];
        }

        _text.Append(rest);
    }
}
