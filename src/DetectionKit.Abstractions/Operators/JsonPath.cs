using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DetectionKit.Abstractions.Operators;

/// <summary>
/// A place in a JSON document as rules write it: <c>a.b{0}.c</c>, <c>a{}.b</c> (every item), <c>a{@name}</c> of XML is not known here (Splunk Search Reference,
/// "JSON functions" and "spath"). Immutable.
/// </summary>
public sealed class JsonPath
{
    private readonly ImmutableArray<Step> _steps;

    private JsonPath(string text, ImmutableArray<Step> steps)
    {
        Text = text;
        _steps = steps;
    }

    /// <summary>The path as written.</summary>
    public string Text { get; }

    /// <summary>Whether it may name several places.</summary>
    public bool IsMany => _steps.Any(step => step is { Key: null, Index: null });

    /// <summary>Reads a path; every text is one. One of more steps than a document can be deep has no place.</summary>
    /// <param name="text">The text.</param>
    public static JsonPath Of(string text)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        foreach (var part in text.Split('.'))
        {
            var brace = part.IndexOf('{', StringComparison.Ordinal);
            if (brace < 0 || !part.EndsWith('}'))
            {
                steps.Add(new(part, null));
                continue;
            }

            if (brace > 0)
                steps.Add(new(part[..brace], null));
            foreach (var index in part[(brace + 1)..^1].Split("}{"))
                steps.Add(new(null, int.TryParse(index, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null));
        }

        return new(text, steps.Count <= JsonText.MaxDepth ? steps.ToImmutable() : []);
    }

    /// <summary>What stands at the path, in order; nothing where the document has no such place. A JSON null is a null reference in the list.</summary>
    /// <param name="root">The document.</param>
    public IReadOnlyList<JsonNode?> Find(JsonNode? root)
    {
        IReadOnlyList<JsonNode?> found = _steps.IsEmpty ? [] : [root];
        foreach (var step in _steps)
            found = [.. found.SelectMany(step.Find)];
        return found;
    }

    /// <summary>Puts a node at the path, making the objects on the way that are missing; where a step does not fit, nothing happens.</summary>
    /// <param name="root">The document, which is changed.</param>
    /// <param name="change">Gives the new node from the old one; a null reference takes the place away.</param>
    /// <param name="creates">Whether a missing place is made.</param>
    public void Change(JsonNode root, Func<JsonNode?, JsonNode?> change, bool creates)
    {
        IReadOnlyList<JsonNode?> found = _steps.IsEmpty ? [] : [root];
        foreach (var step in _steps.SkipLast(1))
            found = [.. found.SelectMany(node => step.FindOrMake(node, creates))];
        foreach (var node in found)
            _steps[^1].Change(node, change, creates);
    }

    private readonly record struct Step(string? Key, int? Index)
    {
        public IEnumerable<JsonNode?> Find(JsonNode? node)
        {
            if (Key is { } key)
                return node is JsonObject record && record.TryGetPropertyValue(key, out var value) ? [value] : [];
            if (node is not JsonArray list)
                return [];
            return Index is not { } index ? [.. list] : Place(list, index) is { } place ? [list[place]] : [];
        }

        public IEnumerable<JsonNode?> FindOrMake(JsonNode? node, bool creates)
        {
            if (creates && Key is { } key && node is JsonObject record && !record.ContainsKey(key))
                record[key] = new JsonObject();
            return Find(node);
        }

        public void Change(JsonNode? node, Func<JsonNode?, JsonNode?> change, bool creates)
        {
            if (Key is { } key && node is JsonObject record && (creates || record.ContainsKey(key)))
            {
                var value = change(record[key]?.DeepClone());
                if (value is null)
                    record.Remove(key);
                else
                    record[key] = value;
            }

            if (Key is not null || node is not JsonArray list)
                return;
            for (var i = list.Count - 1; i >= 0; i--)
            {
                if (Index is { } index && Place(list, index) != i)
                    continue;
                if (change(list[i]?.DeepClone()) is { } value)
                    list[i] = value;
                else
                    list.RemoveAt(i);
            }
        }

        private static int? Place(JsonArray list, int index)
        {
            var place = index < 0 ? list.Count + index : index;
            return place >= 0 && place < list.Count ? place : null;
        }
    }
}
