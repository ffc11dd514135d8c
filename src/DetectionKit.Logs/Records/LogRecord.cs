using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Records;

/// <summary>One record while it is read: its fields in order, and what an event has beside them. Reused from record to record; for one thread.</summary>
public sealed class LogRecord
{
    private const int IndexFrom = 24;
    private readonly List<Field> _fields = new(64);
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly int _limit;

    /// <summary>An empty record.</summary>
    /// <param name="limit">The most fields it takes.</param>
    public LogRecord(int limit = 2000) => _limit = limit;

    /// <summary><c>_time</c>, where the record says it.</summary>
    public Timestamp? Time { get; set; }

    /// <summary><c>host</c>, where the record says it.</summary>
    public string? Host { get; set; }

    /// <summary><c>source</c>, where the record says it.</summary>
    public string? Source { get; set; }

    /// <summary><c>sourcetype</c>, where the record says it.</summary>
    public string? SourceType { get; set; }

    /// <summary><c>_raw</c>, made only when somebody asks.</summary>
    public Func<string?>? Text { get; set; }

    /// <summary>Whether fields were left out for want of room.</summary>
    public bool IsCut { get; private set; }

    /// <summary>How many fields it has.</summary>
    public int Count => _fields.Count;

    /// <summary>The field's value; absent where there is none. Names are compared exactly.</summary>
    /// <param name="name">The field.</param>
    public Value this[string name]
    {
        get
        {
            var at = Find(name);
            return at < 0 ? default : ValueAt(at);
        }
    }

    /// <summary>The name of a field.</summary>
    /// <param name="index">Its place, from 0.</param>
    public string NameAt(int index) => _fields[index].Name;

    /// <summary>The value of a field.</summary>
    /// <param name="index">Its place, from 0.</param>
    public Value ValueAt(int index)
    {
        var field = _fields[index];
        if (field.More is null)
            return field.Value;
        var whole = Value.OfMany(field.More);
        _fields[index] = new(field.Name, whole, null);
        return whole;
    }

    /// <summary>Whether there is such a field.</summary>
    /// <param name="name">The field.</param>
    public bool Has(string name) => Find(name) >= 0;

    /// <summary>The field's text; null where there is none, or where it is empty.</summary>
    /// <param name="name">The field.</param>
    public string? TextOf(string name) => this[name] is { IsNull: false } value && value.ToText() is { Length: > 0 } text ? text : null;

    /// <summary>Adds a field; an absent value adds nothing; a second value of one name makes it multivalue.</summary>
    /// <param name="name">The field.</param>
    /// <param name="value">Its value.</param>
    public void Add(string name, Value value)
    {
        if (value.IsNull)
            return;
        var at = _fields.Count > 0 && ReferenceEquals(_fields[^1].Name, name) ? _fields.Count - 1 : Find(name);
        if (at < 0)
        {
            Append(name, value);
            return;
        }

        var field = _fields[at];
        if (field.More is { } more)
            more.Add(value);
        else
            _fields[at] = new(name, default, [field.Value, value]);
    }

    /// <summary>Sets a field, whether it is there or not; an absent value removes it.</summary>
    /// <param name="name">The field.</param>
    /// <param name="value">Its value.</param>
    public void Set(string name, Value value)
    {
        var at = Find(name);
        if (value.IsNull)
            RemoveAt(at);
        else if (at >= 0)
            _fields[at] = new(name, value, null);
        else
            Append(name, value);
    }

    /// <summary>Takes a field out.</summary>
    /// <param name="name">The field.</param>
    /// <returns>Its value; absent where there was none.</returns>
    public Value Take(string name)
    {
        var at = Find(name);
        if (at < 0)
            return default;
        var value = ValueAt(at);
        RemoveAt(at);
        return value;
    }

    /// <summary>Gives a field another name in its place; nothing where it is not there or the name is taken.</summary>
    /// <param name="name">The field.</param>
    /// <param name="newName">Its new name.</param>
    public void Rename(string name, string newName)
    {
        var at = Find(name);
        if (at < 0 || Find(newName) >= 0)
            return;
        _fields[at] = _fields[at] with { Name = newName };
        if (_index.Remove(name))
            _index[newName] = at;
    }

    /// <summary>Empties it for the next record.</summary>
    public void Clear()
    {
        _fields.Clear();
        _index.Clear();
        (Time, Host, Source, SourceType, Text, IsCut) = (null, null, null, null, null, false);
    }

    /// <summary>The fields as an event keeps them.</summary>
    public List<KeyValuePair<string, Value>> ToFields()
    {
        var fields = new List<KeyValuePair<string, Value>>(_fields.Count);
        for (var i = 0; i < _fields.Count; i++)
            fields.Add(new(_fields[i].Name, ValueAt(i)));
        return fields;
    }

    private void Append(string name, Value value)
    {
        if (_fields.Count >= _limit)
        {
            IsCut = true;
            return;
        }

        _fields.Add(new(name, value, null));
        if (_index.Count > 0)
            _index[name] = _fields.Count - 1;
    }

    private void RemoveAt(int at)
    {
        if (at < 0)
            return;
        _fields.RemoveAt(at);
        _index.Clear();
    }

    private int Find(string name)
    {
        if (_fields.Count >= IndexFrom)
            return FindIndexed(name);
        for (var i = 0; i < _fields.Count; i++)
        {
            if (string.Equals(_fields[i].Name, name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    private int FindIndexed(string name)
    {
        if (_index.Count == 0)
        {
            for (var i = 0; i < _fields.Count; i++)
                _index[_fields[i].Name] = i;
        }

        return _index.TryGetValue(name, out var at) ? at : -1;
    }

    private readonly record struct Field(string Name, Value Value, List<Value>? More);
}
