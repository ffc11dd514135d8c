using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DetectionKit.Language.Plan.Writing;

/// <summary>
/// Plan JSON as a line of text: <c>(kind name=text of-items...)</c>. The members <c>of</c>, <c>filter</c>, <c>predicate</c>, <c>condition</c>
/// stand without their names.
/// </summary>
internal static class PlanText
{
    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject described:
                WriteObject(text, described);
                break;
            case JsonArray list:
                text.Append('[');
                WriteItems(text, list);
                text.Append(']');
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var word && IsPlain(word):
                text.Append(word);
                break;
            default:
                text.Append(node?.ToJsonString(Quoted) ?? "null");
                break;
        }
    }

    private static void WriteObject(StringBuilder text, JsonObject described)
    {
        text.Append('(').Append(described["kind"]!.GetValue<string>());
        foreach (var (name, content) in described)
        {
            switch (name)
            {
                case "kind":
                    break;
                case "of" when content is JsonArray list:
                    if (list.Count > 0)
                        text.Append(' ');
                    WriteItems(text, list);
                    break;
                case "of" or "filter" or "predicate" or "condition":
                    text.Append(' ');
                    Write(text, content);
                    break;
                default:
                    text.Append(' ').Append(name).Append('=');
                    Write(text, content);
                    break;
            }
        }

        text.Append(')');
    }

    private static void WriteItems(StringBuilder text, JsonArray list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0)
                text.Append(' ');
            Write(text, list[i]);
        }
    }

    private static bool IsPlain(string word) =>
        word.Length > 0 && word.All(unit => char.IsAsciiLetterOrDigit(unit) || "_.-*:/!<>=@+%".Contains(unit, StringComparison.Ordinal));
}
