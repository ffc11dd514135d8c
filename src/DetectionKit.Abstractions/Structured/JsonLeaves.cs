using System.Text.Json;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Structured;

/// <summary>JSON as values: the leaves of a tree, and any element as one value.</summary>
public static class JsonLeaves
{
    /// <summary>The leaves below an element; items of lists share the path <c>a{}</c>.</summary>
    /// <param name="element">The element.</param>
    /// <param name="path">Its own path.</param>
    public static IEnumerable<(string Path, Value Value)> Of(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Of(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Of(item, path + "{}")),
        _ => [(path, ValueOf(element))],
    };

    /// <summary>One element: texts and numbers as they are, objects and lists as their JSON, null as its name.</summary>
    /// <param name="element">The element.</param>
    public static Value ValueOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Value.Of(element.GetString()),
        JsonValueKind.Number => Value.OfWritten(element.GetRawText()),
        JsonValueKind.True => Value.Of("true"),
        JsonValueKind.False => Value.Of("false"),
        JsonValueKind.Null => Value.Of("null"),
        _ => Value.Of(element.GetRawText()),
    };
}
