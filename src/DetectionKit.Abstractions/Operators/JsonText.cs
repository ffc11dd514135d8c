using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Operators;

/// <summary>JSON documents as values hold them: text on one line without blanks.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64 };

    /// <summary>Reads a document; false where the text is none.</summary>
    public static bool TryRead(Value text, out JsonNode? document)
    {
        document = null;
        if (text.Kind is ValueKind.Null or ValueKind.Multi)
            return false;
        try
        {
            document = JsonNode.Parse(text.ToText(), documentOptions: Strict);

            // Keys that stand twice come to light only when they are asked for.
            if (document is JsonObject record)
                _ = record.Count;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>A node's text.</summary>
    public static string Of(JsonNode? node) => node?.ToJsonString(Compact) ?? "null";

    /// <summary>A node as a value: text without its quotes, numbers as numbers, objects and arrays as their text, null as absent.</summary>
    public static Value ToValue(JsonNode? node)
    {
        switch (node?.GetValueKind())
        {
            case null or JsonValueKind.Null or JsonValueKind.Undefined:
                return Value.Null;
            case JsonValueKind.String:
                return Value.Of(node.GetValue<string>());
            case JsonValueKind.Number:
                var number = Numbers.Read(Value.Of(Of(node)));
                return number.IsNull ? Value.Of(Of(node)) : number;
            default:
                return Value.Of(Of(node));
        }
    }

    /// <summary>A value as a node: numbers as numbers, text that is an object or an array as such, several values as an array.</summary>
    public static JsonNode? ToNode(Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                return null;
            case ValueKind.Integer or ValueKind.Number:
                return JsonNode.Parse(value.ToText());
            case ValueKind.Multi:
                return new JsonArray([.. value.Items.Select(ToNode)]);
            default:
                var text = value.ToText();
                return text.AsSpan().TrimStart() is ['{' or '[', ..] && TryRead(value, out var inner) ? inner : JsonValue.Create(text);
        }
    }
}
