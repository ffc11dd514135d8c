using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Structured;

/// <summary>A path of spath (Splunk Search Reference, "spath"): names apart by dots, <c>{}</c> for every item, <c>{2}</c> for one (JSON counts from 0, XML from 1), <c>{@id}</c> for an attribute. Immutable.</summary>
public sealed class StructuredPath
{
    private readonly ImmutableArray<Step> _steps;

    // Half of a surrogate pair names nothing: JSON is UTF-8, and to ask it for such a name throws.
    private readonly bool _isText;

    /// <summary>Reads a path; every text is one.</summary>
    /// <param name="path">The path as written.</param>
    public StructuredPath(string path)
    {
        _steps = [.. Read(path)];
        _isText = string.Equals(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(path)), path, StringComparison.Ordinal);
    }

    /// <summary>What the path finds in JSON, in the order of the text.</summary>
    internal IEnumerable<Value> Find(JsonElement root)
    {
        if (!_isText)
            return [];
        IEnumerable<JsonElement> found = [root];
        for (var i = 0; i < _steps.Length; i++)
        {
            // A member's own name may hold dots.
            var place = i;
            var (step, next) = (_steps[i], found);
            if (step.Name is { } name)
            {
                found = next.SelectMany(element => Member(element, name, place)).ToList();
                if (!found.Any() && Rest(place) is { } whole)
                    return next.SelectMany(element => Member(element, whole, place)).Select(JsonLeaves.ValueOf);
            }
            else
            {
                found = next.Where(element => element.ValueKind == JsonValueKind.Array).SelectMany(element => Items(element, step));
            }
        }

        return found.Select(JsonLeaves.ValueOf);
    }

    /// <summary>What the path finds in XML; its first name is the root's.</summary>
    internal IEnumerable<Value> Find(XmlElement root)
    {
        if (_steps.IsEmpty || !string.Equals(_steps[0].Name, root.Name, StringComparison.Ordinal))
            return [];
        List<XmlElement> found = [root];
        foreach (var step in _steps.Skip(1))
        {
            if (step.Attribute is { } attribute)
                return found.Where(element => element.HasAttribute(attribute)).Select(element => Value.Of(element.GetAttribute(attribute)));
            if (step.Name is { } name)
                found = [.. found.SelectMany(element => element.ChildNodes.OfType<XmlElement>()).Where(child => string.Equals(child.Name, name, StringComparison.Ordinal))];
            else if (step.Index is { } index)
                found = [.. found.GroupBy(element => element.ParentNode).SelectMany(group => group.Skip(index - 1).Take(index > 0 ? 1 : 0))];
        }

        return found.Select(XmlTree.ValueOf);
    }

    private static IEnumerable<JsonElement> Member(JsonElement element, string name, int place) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? [member]
        : element.ValueKind == JsonValueKind.Array && place > 0 ? element.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out _)).Select(item => item.GetProperty(name))
        : [];

    private static IEnumerable<JsonElement> Items(JsonElement list, Step step) => step.Index is { } index
        ? index < list.GetArrayLength() ? [list[index]] : []
        : list.EnumerateArray();

    private string? Rest(int place)
    {
        var names = _steps[place..];
        return names.Length > 1 && names.All(step => step.Name is not null) ? string.Join('.', names.Select(step => step.Name)) : null;
    }

    private static IEnumerable<Step> Read(string path)
    {
        foreach (var part in path.Split('.'))
        {
            var open = part.IndexOf('{', StringComparison.Ordinal);
            if (open != 0)
                yield return new(open < 0 ? part : part[..open], null, null);
            while (open >= 0)
            {
                var close = part.IndexOf('}', open);
                if (close < 0)
                    yield break;
                var inner = part[(open + 1)..close];
                yield return inner.StartsWith('@') ? new(null, null, inner[1..])
                    : new(null, int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null, null);
                open = part.IndexOf('{', close);
            }
        }
    }

    // A name; or an item, all of them without an index; or an attribute.
    private readonly record struct Step(string? Name, int? Index, string? Attribute);
}
