using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace DetectionKit.Sensor.Configuration;

/// <summary>Reads the properties of one object, each under a rule; what nobody asked for is a problem, with the name that may have been meant.</summary>
internal sealed class ObjectReader
{
    private readonly JsonItem _item;
    private readonly string _path;
    private readonly Action<int, string, string> _problem;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public ObjectReader(JsonItem item, string path, Action<int, string, string> problem)
    {
        _item = item;
        _path = path;
        _problem = problem;
        if (item.Kind != JsonTokenType.StartObject)
            problem(item.Offset, path, "must be an object");
    }

    /// <summary>Whether the property is there. It counts as known from then on.</summary>
    public bool Has(string name) => Find(name) is not null;

    public string? Text(string name) => Find(name) is { } value && Is(value, name, JsonTokenType.String, "a text") ? value.Text : null;

    public string RequiredText(string name)
    {
        if (Text(name) is { Length: > 0 } text)
            return text;
        if (Find(name) is not { } value)
            Missing(name);
        else if (value.Kind == JsonTokenType.String)
            Complain(name, value.Offset, "must not be empty");
        return "";
    }

    public string OneOf(string name, string unsaid, params string[] choices)
    {
        if (Find(name) is not { } value)
            return unsaid;
        if (!Is(value, name, JsonTokenType.String, "a text") || choices.Contains(value.Text, StringComparer.Ordinal))
            return value.Text;
        Complain(name, value.Offset, $"must be one of {string.Join(", ", choices)}{Names.Suggestion(value.Text, choices)}");
        return unsaid;
    }

    public bool Flag(string name, bool unsaid = false)
    {
        if (Find(name) is not { } value)
            return unsaid;
        if (value.Kind is not (JsonTokenType.True or JsonTokenType.False))
            Complain(name, value.Offset, "must be true or false");
        return value.Kind == JsonTokenType.True;
    }

    public int Number(string name, int unsaid, int least, int most)
    {
        if (Find(name) is not { } value)
            return unsaid;
        if (value.Kind == JsonTokenType.Number && int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Complain(name, value.Offset, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least} to {most}"));
        return unsaid;
    }

    /// <summary>A time: <c>30s</c>, <c>5m</c>, <c>1h</c>, <c>7d</c>; or one of the words, which mean zero.</summary>
    public TimeSpan Time(string name, TimeSpan unsaid, params string[] words)
    {
        if (Find(name) is not { } value || !Is(value, name, JsonTokenType.String, "a text"))
            return unsaid;
        if (words.Contains(value.Text, StringComparer.Ordinal))
            return TimeSpan.Zero;
        if (value.Text.Length > 1 && int.TryParse(value.Text.AsSpan(0, value.Text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 100_000)
        {
            var unit = value.Text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86_400, _ => 0 };
            if (unit > 0)
                return TimeSpan.FromSeconds((long)count * unit);
        }

        Complain(name, value.Offset, $"must be a time such as 30s, 5m, 1h or 7d{string.Concat(words.Select(word => $", or {word}"))}");
        return unsaid;
    }

    public ImmutableArray<string> Texts(string name)
    {
        if (Find(name) is not { } value || !Is(value, name, JsonTokenType.StartArray, "a list"))
            return [];
        return [.. value.Items.Where((item, i) => Is(item, $"{name}[{i}]", JsonTokenType.String, "a text")).Select(item => item.Text)];
    }

    public ImmutableSortedDictionary<string, string> Map(string name)
    {
        if (Find(name) is not { } value || !Is(value, name, JsonTokenType.StartObject, "an object"))
            return ImmutableSortedDictionary<string, string>.Empty;
        return value.Properties.Where(property => Is(property.Value, $"{name}.{property.Name}", JsonTokenType.String, "a text"))
            .DistinctBy(property => property.Name, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(property => property.Name, property => property.Value.Text, StringComparer.Ordinal);
    }

    public ImmutableArray<T> Objects<T>(string name, Func<ObjectReader, T?> read)
        where T : class
    {
        if (Find(name) is not { } value || !Is(value, name, JsonTokenType.StartArray, "a list"))
            return [];
        return [.. value.Items.Select((item, i) => ReadObject(item, $"{name}[{i}]", read)).OfType<T>()];
    }

    public T? Object<T>(string name, Func<ObjectReader, T?> read)
        where T : class => Find(name) is { } value ? ReadObject(value, name, read) : null;

    /// <summary>Says that something is wrong with a property, or with the object where it has none of that name.</summary>
    public void Complain(string name, string message) => Complain(name, Find(name)?.Offset ?? _item.Offset, message);

    public void Missing(string name) => Complain(name, _item.Offset, "is missing");

    /// <summary>Complains of all properties that were not asked for, and of those that stand there twice.</summary>
    public void Done()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in _item.Properties)
        {
            if (!_known.Contains(property.Name))
                _problem(property.Offset, PathOf(property.Name), $"is not known here{Names.Suggestion(property.Name, _known)}");
            else if (!seen.Add(property.Name))
                _problem(property.Offset, PathOf(property.Name), "is there twice");
        }
    }

    private T? ReadObject<T>(JsonItem item, string name, Func<ObjectReader, T?> read)
        where T : class
    {
        var reader = new ObjectReader(item, PathOf(name), _problem);
        if (item.Kind != JsonTokenType.StartObject)
            return null;
        var result = read(reader);
        reader.Done();
        return result;
    }

    private JsonItem? Find(string name)
    {
        _known.Add(name);
        return _item.Properties.FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.Ordinal))?.Value;
    }

    private bool Is(JsonItem value, string name, JsonTokenType kind, string what)
    {
        if (value.Kind == kind)
            return true;
        Complain(name, value.Offset, $"must be {what}");
        return false;
    }

    private void Complain(string name, int offset, string message) => _problem(offset, PathOf(name), message);

    private string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";
}
