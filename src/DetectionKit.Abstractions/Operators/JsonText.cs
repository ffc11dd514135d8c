using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Operators;

/// <summary>JSON documents as values hold them: text on one line without blanks.</summary>
internal static class JsonText
{
    /// <summary>How deep a text may nest. What is written can be deeper: a document within another, at the end of a path.</summary>
    public const int MaxDepth = 64;

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 4 * MaxDepth };

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Reads a document; false where the text is none, where a key stands twice, and where half of a surrogate pair stands for a character.</summary>
    public static bool TryRead(Value text, out JsonNode? document)
    {
        document = null;
        if (text.Kind is ValueKind.Null or ValueKind.Multi)
            return false;
        try
        {
            document = JsonNode.Parse(text.ToText(), documentOptions: Strict);
            Touch(document);
            return true;
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException or InvalidOperationException)
        {
            document = null;
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

    // Texts are decoded when they are asked for: what is wrong with one comes to light here.
    private static void Touch(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject record:
                foreach (var (_, value) in record)
                    Touch(value);
                break;
            case JsonArray list:
                foreach (var item in list)
                    Touch(item);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                _ = value.GetValue<string>();
                break;
            default:
                break;
        }
    }
}
