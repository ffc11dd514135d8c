using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Testing.Snapshots;

/// <summary>Rows and values as JSON: numbers as numbers, multivalue as arrays, absent columns left out, columns in the row's order.</summary>
public static class RowJson
{
    /// <summary>How every writer here escapes: only what JSON demands.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes a row as an object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="row">The row.</param>
    public static void Write(Utf8JsonWriter json, Row row)
    {
        json.WriteStartObject();
        foreach (var (name, value) in row.Columns)
            WriteMember(json, name, value);
        json.WriteEndObject();
    }

    /// <summary>Writes a name and its value; nothing where the value is absent.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">The column's name.</param>
    /// <param name="value">What it holds.</param>
    public static void WriteMember(Utf8JsonWriter json, string name, Value value)
    {
        if (value.IsNull)
            return;
        json.WritePropertyName(name);
        WriteValue(json, value);
    }

    /// <summary>A row as one line of JSON.</summary>
    /// <param name="row">The row.</param>
    public static string ToLine(Row row)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Options))
            Write(json, row);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteValue(Utf8JsonWriter json, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                json.WriteNullValue();
                break;
            case ValueKind.Integer when value.TryGetInteger(out var integer):
                json.WriteNumberValue(integer);
                break;
            case ValueKind.Multi:
                json.WriteStartArray();
                foreach (var item in value.Items)
                    WriteValue(json, item);
                json.WriteEndArray();
                break;
            case ValueKind.Number:
                json.WriteRawValue(value.ToText(), skipInputValidation: true);
                break;
            case ValueKind.Integer:
            case ValueKind.Text:
            default:
                json.WriteStringValue(value.ToText());
                break;
        }
    }
}
