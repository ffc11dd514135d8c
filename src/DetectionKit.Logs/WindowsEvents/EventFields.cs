using System.Collections.Frozen;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Evtx;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents;

/// <summary>
/// Takes an event's XML apart into a record: System's elements and attributes, the leaves of EventData and UserData under their own names,
/// the message of RenderingInfo. A leaf wins over an attribute of System that has its name (<c>Name</c>, <c>Version</c>).
/// </summary>
internal sealed class EventFields : IXmlSink
{
    /// <summary>Names of System: a leaf of one of them is a second value, not another meaning.</summary>
    public static FrozenSet<string> Identity { get; } =
        FrozenSet.ToFrozenSet(["EventID", "Channel", "Computer", "EventRecordID", "Provider_Name", "SystemTime"], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Rendering = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Message"] = "Message",
        ["Task"] = "TaskCategory",
        ["Opcode"] = "OpCode",
        ["Level"] = "Type",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly HashSet<string> _ofSystem = new(StringComparer.Ordinal);
    private readonly List<Element> _open = [];

    // Of the innermost open element: what has elements has no text of its own.
    private readonly ContentPieces _text = new();
    private LogRecord _record = new();
    private string _section = "";

    /// <summary>Whether what came is an event: an element of that name around a section System.</summary>
    public bool IsEvent { get; private set; }

    /// <summary>Begins with a record to fill.</summary>
    public void Begin(LogRecord record)
    {
        _record = record;
        _open.Clear();
        _ofSystem.Clear();
        _section = "";
        IsEvent = false;
    }

    public void Open(string name)
    {
        if (_open.Count > 0)
            _open[^1] = _open[^1] with { HasElements = true };
        else if (name is not "Event")
            _section = "?";
        if (_open.Count == 1 && _section is not "?")
        {
            _section = name;
            IsEvent |= name is "System";
        }

        _text.Clear();
        _open.Add(new(name, name, false));
    }

    public void Attribute(string name, Value value)
    {
        if (_open.Count < 3 || name.StartsWith("xmlns", StringComparison.Ordinal))
            return;
        switch (_section)
        {
            case "System":
                if (name is "Name" && _open[^1].Name is "Provider")
                    OfSystem("Provider_Name", value);
                OfSystem(name, value);
                break;
            case "EventData" when name is "Name":
                _open[^1] = _open[^1] with { Leaf = value.ToText() };
                break;
            case "UserData":
                Leaf(name, value);
                break;
        }
    }

    public void Text(Value value)
    {
        if (_open.Count > 0 && !_open[^1].HasElements)
            _text.Add(value);
    }

    /// <summary>Takes the text of what is open still, as far as it came.</summary>
    public void End()
    {
        if (_open.Count > 2 && !_text.Whole.IsNull)
            Close();
    }

    public void Close()
    {
        if (_open.Count == 0)
            return;
        var element = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        if (element.HasElements || _open.Count < 2)
            return;
        var text = _text.Whole;
        switch (_section)
        {
            case "System":
                OfSystem(element.Name, text);
                break;
            case "EventData" or "UserData" or "ProcessingErrorData":
                Leaf(element.Leaf, text.IsNull ? Value.Of("") : text);
                break;
            case "RenderingInfo" when Rendering.TryGetValue(element.Name, out var field):
                _record.Add(field, text);
                break;
        }
    }

    private void OfSystem(string name, Value value)
    {
        _record.Add(name, value);
        if (!Identity.Contains(name))
            _ofSystem.Add(name);
    }

    private void Leaf(string name, Value value)
    {
        if (_ofSystem.Remove(name))
            _record.Set(name, value);
        else
            _record.Add(name, value);
    }

    private readonly record struct Element(string Name, string Leaf, bool HasElements);
}
