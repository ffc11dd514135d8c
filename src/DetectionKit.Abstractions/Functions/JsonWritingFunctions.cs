using System.Text.Json.Nodes;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Functions;

/// <summary>Functions that make and change JSON texts (Splunk Search Reference, "JSON functions").</summary>
public static class JsonWritingFunctions
{
    /// <summary><c>json_object(key, value, ...)</c></summary>
    /// <param name="values">Keys and values in turns.</param>
    [EvalFunction("json_object")]
    public static Value Object(params ReadOnlySpan<Value> values)
    {
        var record = new JsonObject();
        for (var i = 0; i + 1 < values.Length; i += 2)
            record[values[i].ToText()] = JsonText.ToNode(values[i + 1]);
        return Made(JsonText.Of(record));
    }

    /// <summary>What a condition among the arguments of these functions becomes: true or false, not their text. No rule can write its name.</summary>
    /// <param name="condition">The condition's text.</param>
    [EvalFunction("json truth")]
    public static Value Truth(Value condition) => condition.IsNull ? Value.Null : Value.OfTruth(string.Equals(condition.ToText(), "True", StringComparison.Ordinal));

    /// <summary><c>json_array(value, ...)</c></summary>
    /// <param name="values">The items.</param>
    [EvalFunction("json_array")]
    public static Value Array(params ReadOnlySpan<Value> values)
    {
        var list = new JsonArray();
        foreach (var value in values)
            list.Add(JsonText.ToNode(value));
        return Made(JsonText.Of(list));
    }

    /// <summary><c>mv_to_json_array(field, inferTypes)</c>: several values as an array of texts, or with inferred types of numbers, objects and texts.</summary>
    /// <param name="field">The field.</param>
    /// <param name="infers">Whether types are inferred.</param>
    [EvalFunction("mv_to_json_array")]
    public static Value OfValues(Value field, Value infers = default)
    {
        if (field.IsNull)
            return Value.Null;
        var infer = string.Equals(infers.ToText(), "true", StringComparison.OrdinalIgnoreCase);
        return Made(JsonText.Of(new JsonArray([.. field.Items.Select(item => infer ? Inferred(item) : JsonValue.Create(item.ToText()))])));
    }

    /// <summary><c>json_set(json, path, value, ...)</c>: with the values at the paths, made where they are missing.</summary>
    /// <param name="values">The document; paths and values in turns.</param>
    [EvalFunction("json_set")]
    public static Value Set(params ReadOnlySpan<Value> values) => Change(values, creates: true, static (_, value) => JsonText.ToNode(value) ?? JsonValue.Create("null"));

    /// <summary><c>json_set_exact(json, key, value, ...)</c>: with the values under the keys, dots and braces being part of them.</summary>
    /// <param name="values">The document; keys and values in turns.</param>
    [EvalFunction("json_set_exact")]
    public static Value SetExact(params ReadOnlySpan<Value> values)
    {
        if (values.IsEmpty || !JsonText.TryRead(values[0], out var root) || root is not JsonObject record)
            return Value.Null;
        for (var i = 1; i + 1 < values.Length; i += 2)
            record[values[i].ToText()] = JsonText.ToNode(values[i + 1]);
        return Made(JsonText.Of(record));
    }

    /// <summary><c>json_append(json, path, value, ...)</c>: with the values as last items of the arrays at the paths.</summary>
    /// <param name="values">The document; paths and values in turns.</param>
    [EvalFunction("json_append")]
    public static Value Append(params ReadOnlySpan<Value> values) => Change(values, creates: false, static (old, value) =>
    {
        if (old is JsonArray list)
            list.Add(JsonText.ToNode(value));
        return old;
    });

    /// <summary><c>json_extend(json, path, value, ...)</c>: like <see cref="Append"/>, an array's items one by one.</summary>
    /// <param name="values">The document; paths and values in turns.</param>
    [EvalFunction("json_extend")]
    public static Value Extend(params ReadOnlySpan<Value> values) => Change(values, creates: false, static (old, value) =>
    {
        if (old is not JsonArray list)
            return old;
        var added = JsonText.ToNode(value);
        foreach (var item in added is JsonArray several ? [.. several] : (JsonNode?[])[added])
            list.Add(item?.DeepClone());
        return old;
    });

    /// <summary><c>json_delete(json, path, ...)</c>: without what stands at the paths.</summary>
    /// <param name="values">The document and the paths.</param>
    [EvalFunction("json_delete")]
    public static Value Delete(params ReadOnlySpan<Value> values)
    {
        if (values.IsEmpty || !JsonText.TryRead(values[0], out var root) || root is null)
            return Value.Null;
        foreach (var path in values[1..])
            JsonPath.Of(path.ToText()).Change(root, static _ => null, creates: false);
        return Made(JsonText.Of(root));
    }

    private static JsonNode? Inferred(Value item)
    {
        var number = Numbers.Read(item);
        if (!number.IsNull)
            return JsonText.ToNode(number);
        return item.ToText() is "true" or "false" or "null" && JsonText.TryRead(item, out var constant) ? constant : JsonText.ToNode(item);
    }

    private static Value Change(ReadOnlySpan<Value> values, bool creates, Func<JsonNode?, Value, JsonNode?> change)
    {
        if (values.IsEmpty || !JsonText.TryRead(values[0], out var root) || root is null)
            return Value.Null;
        for (var i = 1; i + 1 < values.Length; i += 2)
        {
            var value = values[i + 1];
            JsonPath.Of(values[i].ToText()).Change(root, old => change(old, value), creates);
        }

        return Made(JsonText.Of(root));
    }

    // Half a document is none.
    private static Value Made(string text) => text.Length <= MadeText.Longest ? Value.Of(text) : Value.Null;
}
