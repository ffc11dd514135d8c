using System.Text.Json.Nodes;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Structured;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Functions;

/// <summary>Functions that read JSON texts (Splunk Search Reference, "JSON functions"). A text that is no JSON gives the absent value.</summary>
public static class JsonFunctions
{
    /// <summary><c>json_valid(text)</c></summary>
    /// <param name="text">The text.</param>
    [EvalFunction("json_valid")]
    public static bool? IsValid(Value text) => text.IsNull ? null : JsonText.TryRead(text, out _);

    /// <summary><c>json_extract(json, path, ...)</c>: what stands at the path; of several paths, an array; without a path, the document.</summary>
    /// <param name="values">The document and the paths.</param>
    [EvalFunction("json_extract")]
    public static Value Extract(params ReadOnlySpan<Value> values) => Extract(values, static (root, path) => AtPath(root, path));

    /// <summary><c>json_extract_exact(json, key, ...)</c>: what stands under a key of the outermost object, dots and braces being part of it.</summary>
    /// <param name="values">The document and the keys.</param>
    [EvalFunction("json_extract_exact")]
    public static Value ExtractExact(params ReadOnlySpan<Value> values) => Extract(values, static (root, key) => (root as JsonObject)?[key]);

    /// <summary><c>spath(text, path)</c>: what stands at the path in JSON or XML; several places give several values.</summary>
    /// <param name="text">The document.</param>
    /// <param name="path">The path.</param>
    [EvalFunction("spath")]
    public static Value Spath(Value text, Value path) =>
        text.IsNull || path.IsNull ? Value.Null : TextFunctions.Each(text, item => StructuredText.Find(item, new StructuredPath(path.ToText())));

    /// <summary><c>json_keys(json)</c>: an object's keys, as an array; an array has none.</summary>
    /// <param name="json">The document.</param>
    [EvalFunction("json_keys")]
    public static Value Keys(Value json) => JsonText.TryRead(json, out var root) && root is JsonObject record
        ? Value.Of(JsonText.Of(new JsonArray([.. record.Select(pair => (JsonNode)pair.Key)])))
        : Value.Null;

    /// <summary><c>json_entries(json)</c>: an object's keys and values, as an array of objects <c>{"key","value"}</c>.</summary>
    /// <param name="json">The document.</param>
    [EvalFunction("json_entries")]
    public static Value Entries(Value json) => JsonText.TryRead(json, out var root) && root is JsonObject record
        ? Value.Of(JsonText.Of(new JsonArray([.. record.Select(pair => new JsonObject { ["key"] = pair.Key, ["value"] = pair.Value?.DeepClone() })])))
        : Value.Null;

    /// <summary><c>json_has_key_exact(json, key)</c></summary>
    /// <param name="json">The document.</param>
    /// <param name="key">The key, dots and braces being part of it.</param>
    [EvalFunction("json_has_key_exact")]
    public static bool? HasKey(Value json, Value key) =>
        json.IsNull || key.IsNull ? null : JsonText.TryRead(json, out var root) && root is JsonObject record && record.ContainsKey(key.ToText());

    /// <summary><c>json_array_to_mv(array, keepQuotes)</c>: the items of an array as several values.</summary>
    /// <param name="json">The array.</param>
    /// <param name="quotes">Whether texts keep their quotes.</param>
    [EvalFunction("json_array_to_mv")]
    public static Value ArrayToValues(Value json, Value quotes = default)
    {
        var keeps = string.Equals(quotes.ToText(), "true", StringComparison.OrdinalIgnoreCase);
        return JsonText.TryRead(json, out var root) && root is JsonArray list
            ? Value.OfMany(list.Select(item => keeps || item is null ? Value.Of(JsonText.Of(item)) : JsonText.ToValue(item)))
            : Value.Null;
    }

    private static JsonNode? AtPath(JsonNode? root, string text)
    {
        var path = JsonPath.Of(text);
        var found = path.Find(root);
        return path.IsMany && found.Count > 0 ? new JsonArray([.. found.Select(node => node?.DeepClone())]) : found.Count > 0 ? found[0] : null;
    }

    private static Value Extract(ReadOnlySpan<Value> values, Func<JsonNode?, string, JsonNode?> find)
    {
        if (values.IsEmpty || !JsonText.TryRead(values[0], out var root))
            return Value.Null;
        if (values.Length == 1)
            return JsonText.ToValue(root);
        if (values.Length == 2)
            return JsonText.ToValue(find(root, values[1].ToText()));
        var all = new JsonArray();
        foreach (var path in values[1..])
            all.Add(find(root, path.ToText())?.DeepClone());
        return Value.Of(JsonText.Of(all));
    }
}
