using System.Text.Json;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Compiler.Tests.Searches;

/// <summary>
/// Raw events written as JSON: numbers are numbers, objects inside give dotted names, arrays give <c>name{}</c>. <c>_time</c> is epoch seconds; without it events are
/// ten seconds apart.
/// </summary>
internal static class CaseEvent
{
    private const long Start = 1_600_000_000;

    public static RawEvent Read(string json, int place)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var e = new RawEvent(
            Timestamp.FromSeconds(root.TryGetProperty("_time", out var time) ? time.GetDouble() : Start + (10 * place)), Text(root, "sourcetype") ?? "json", Text(root, "source") ?? "events.json", Text(root, "host") ?? "sensor")
        {
            Text = Text(root, "_raw") ?? json,
        };
        foreach (var property in root.EnumerateObject().Where(property => property.Name is not ("_time" or "sourcetype" or "source" or "host" or "_raw")))
            Add(e, property.Name, property.Value);
        return e;
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static void Add(RawEvent e, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                    Add(e, $"{name}.{property.Name}", property.Value);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    Add(e, name + "{}", item);
                break;
            case JsonValueKind.Number:
                e.Add(name, Value.OfWritten(value.GetRawText()));
                break;
            case JsonValueKind.Null or JsonValueKind.Undefined:
                break;
            default:
                e.Add(name, Value.Of(value.ToString() is var text && value.ValueKind == JsonValueKind.String ? text : text.ToLowerInvariant()));
                break;
        }
    }
}
