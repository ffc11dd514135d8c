using System.Text.Json;
using System.Text.Json.Nodes;

namespace DetectionKit.Bundles.Comparison;

/// <summary>Writes a piece of a plan as a person would: conditions as such, everything else as a call with its parts.</summary>
internal static class PlanText
{
    private const int Longest = 400;

    public static string Of(JsonNode? node)
    {
        var text = Write(node);
        return text.Length <= Longest ? text : $"{text[..Longest]}...";
    }

    private static string Write(JsonNode? node) => node switch
    {
        null => "nothing",
        JsonArray array => string.Join(", ", array.Select(Write)),
        JsonObject thing => Write(thing),
        _ => node.GetValueKind() == JsonValueKind.String ? (string)node! : node.ToJsonString(),
    };

    private static string Write(JsonObject thing)
    {
        var kind = (string?)thing["kind"] ?? "";
        var parts = (thing["of"] as JsonArray ?? []).Select(Write).ToArray();
        return kind switch
        {
            "and" => $"({string.Join(" AND ", parts)})",
            "or" => $"({string.Join(" OR ", parts)})",
            "in" when thing["value"] is { } value => $"{Write(value)} IN ({string.Join(", ", parts)})",
            "in" => $"({string.Join(" OR ", parts)})",
            "not" => $"NOT {Write(thing["of"])}",
            "field" when thing["name"] is { } name => Write(name),
            "literal" => thing["value"] is { } value && value.GetValueKind() == JsonValueKind.String ? $"\"{(string)value!}\"" : Write(thing["value"]),
            "call" => $"{Write(thing["name"])}({string.Join(", ", parts)})",
            "if" or "case" => $"{kind}({string.Join(", ", parts)})",
            "set" => $"{Write(thing["column"])} = {Write(thing["to"])}",
            "text" or "order" or "integer" when thing["field"] is { } field => $"{Write(field)}{Write(thing["op"])}{Write(thing["pattern"] ?? thing["text"] ?? thing["number"])}",
            _ when parts.Length == 2 && kind.All(c => !char.IsLetterOrDigit(c)) => $"{parts[0]} {kind} {parts[1]}",
            _ => $"{kind}({string.Join(", ", thing.Where(part => part.Key is not "kind").Select(part => part.Key is "of" ? Write(part.Value) : $"{part.Key}: {Write(part.Value)}"))})",
        };
    }
}
