using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Text;

namespace DetectionKit.Engine.Stages.ToJson;

/// <summary>Writes columns as a JSON object, in the order of their names. Manual: tojson.</summary>
internal sealed class ToJsonStage : StageExecutor<ToJsonSpec>
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    protected override IEnumerable<Row> Run(ToJsonSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        (NamePattern Pattern, JsonColumnType Type)[] columns = spec.Columns.IsEmpty
            ? [(new NamePattern("*"), spec.Default), .. spec.IncludeInternal ? new[] { (new NamePattern("_*"), spec.Default) } : []]
            : [.. spec.Columns.Select(column => (new NamePattern(column.Pattern), column.Type))];
        foreach (var row in rows)
        {
            var json = new JsonObject();
            foreach (var (name, value) in row.Columns.OrderBy(column => column.Key, StringComparer.Ordinal))
            {
                var place = Array.FindIndex(columns, column => column.Pattern.Matches(name));
                if (place >= 0 && !value.IsNull && TryWrite(value, columns[place].Type, spec.FillNull, out var node))
                    json[name] = node;
            }

            row[spec.Output] = Value.Of(json.ToJsonString(Plain));
            yield return row;
        }
    }

    private static bool TryWrite(Value value, JsonColumnType type, bool fillNull, out JsonNode? node)
    {
        if (value.Kind != ValueKind.Multi)
            return TryWriteOne(value.ToText(), type, out node) || fillNull;
        var list = new JsonArray();
        foreach (var item in value.Items)
        {
            if (TryWriteOne(item.ToText(), type, out var one) || fillNull)
                list.Add(one);
        }

        node = list;
        return list.Count > 0;
    }

    private static bool TryWriteOne(string text, JsonColumnType type, out JsonNode? node)
    {
        node = type switch
        {
            JsonColumnType.None or JsonColumnType.Str => text,
            JsonColumnType.Num => Number(text),
            JsonColumnType.Bool => Truth(text),
            JsonColumnType.Json => Parsed(text),
            JsonColumnType.Auto when text is "null" => null,
            JsonColumnType.Auto when text is "true" or "false" => text is "true",
            JsonColumnType.Auto => Number(text) ?? Parsed(text) ?? text,
            _ => text,
        };
        return node is not null || (type is JsonColumnType.Auto or JsonColumnType.Json && text is "null");
    }

    private static JsonNode? Number(string text) =>
        !Value.Of(text).TryGetNumber(out var number) ? null
        : Value.Of(text).TryGetInteger(out var whole) ? whole
        : JsonValue.Create(number);

    private static JsonNode? Truth(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "T" or "YES" => true,
        "FALSE" or "F" or "NO" => false,
        _ => Value.Of(text).TryGetNumber(out var number) ? number != 0 : null,
    };

    private static JsonNode? Parsed(string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[' or '"', ..])
            return Number(text);
        try
        {
            // What is wrong with a text in it comes to light where it is written.
            var node = JsonNode.Parse(text);
            _ = node?.ToJsonString(Plain);
            return node;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
