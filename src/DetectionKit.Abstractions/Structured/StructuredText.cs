using System.Text.Json;
using System.Xml;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Structured;

/// <summary>Reads texts of JSON and XML into leaves with the paths that spath gives them, and finds paths in them. What is neither has no leaves (Splunk Search Reference, "spath").</summary>
public static class StructuredText
{
    /// <summary>Leaves, and places that a path finds, beyond these are left out. A document that is deeper than 64 has none.</summary>
    public const int MostLeaves = 10_000;

    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 64, AllowTrailingCommas = true };

    /// <summary>Every leaf with its path, in the order of the text: <c>a.b{}.c</c>.</summary>
    /// <param name="text">The document.</param>
    public static IEnumerable<(string Path, Value Value)> Leaves(string text)
    {
        if (TryJson(text) is { } json)
        {
            using (json)
                return [.. JsonLeaves.Of(json.RootElement, "").Take(MostLeaves)];
        }

        return TryXml(text) is { } xml ? XmlTree.Leaves(xml).Take(MostLeaves) : [];
    }

    /// <summary>What a path finds; absent where it finds nothing.</summary>
    /// <param name="text">The document.</param>
    /// <param name="path">The path.</param>
    public static Value Find(string text, StructuredPath path)
    {
        if (TryJson(text) is { } json)
        {
            using (json)
                return Value.OfMany(path.Find(json.RootElement).Take(MostLeaves));
        }

        return TryXml(text) is { } xml ? Value.OfMany(path.Find(xml).Take(MostLeaves)) : Value.Null;
    }

    /// <summary>The text as JSON; null: it is none, or half of a surrogate pair stands for a character in it.</summary>
    /// <param name="text">The document.</param>
    public static JsonDocument? TryJson(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty || start[0] is not ('{' or '['))
            return null;
        JsonDocument? json = null;
        try
        {
            json = JsonDocument.Parse(text, Lenient);
            if (text.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
                Touch(json.RootElement);
            return json;
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException or InvalidOperationException)
        {
            json?.Dispose();
            return null;
        }
    }

    // Names and texts are decoded when they are asked for: what is wrong with one comes to light here.
    private static void Touch(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    Touch(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Touch(item);
                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            default:
                break;
        }
    }

    internal static XmlElement? TryXml(string text)
    {
        var start = text.IndexOf('<', StringComparison.Ordinal);
        if (start < 0)
            return null;
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, ConformanceLevel = ConformanceLevel.Fragment };
            using var reader = XmlReader.Create(new StringReader(text[start..]), settings);
            var document = new XmlDocument { XmlResolver = null };
            while (reader.Read() && reader.NodeType != XmlNodeType.Element)
            {
                // Up to the first element.
            }

            return reader.NodeType == XmlNodeType.Element && document.ReadNode(reader) is XmlElement element && Depth(element) ? element : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static bool Depth(XmlElement element)
    {
        const int Deepest = 64;
        var waiting = new Stack<(XmlElement Element, int Depth)>([(element, 1)]);
        while (waiting.TryPop(out var next))
        {
            if (next.Depth > Deepest)
                return false;
            foreach (var child in next.Element.ChildNodes.OfType<XmlElement>())
                waiting.Push((child, next.Depth + 1));
        }

        return true;
    }
}
