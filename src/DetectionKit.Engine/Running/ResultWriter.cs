using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Running;

/// <summary>Rows and values as JSON, wherever it is written: numbers as numbers, multivalue as arrays, absent columns left out.</summary>
public static class ResultWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One result: <c>{"detection","id","alert_id","time","row"}</c> and a line feed.</summary>
    /// <param name="output">Takes the line.</param>
    /// <param name="result">The result.</param>
    public static void WriteLine(IBufferWriter<byte> output, ResultRow result)
    {
        using (var json = new Utf8JsonWriter(output, Options))
            Write(json, result);
        output.Write("\n"u8);
    }

    /// <summary>One result as an object: <c>{"detection","id","alert_id","time","row"}</c>.</summary>
    /// <param name="json">Takes the object.</param>
    /// <param name="result">The result.</param>
    public static void Write(Utf8JsonWriter json, ResultRow result)
    {
        json.WriteStartObject();
        json.WriteString("detection", result.Detection.Name);
        json.WriteString("id", result.Detection.Id);
        json.WriteString("alert_id", result.AlertId);
        WriteMember(json, "time", Value.Of(result.Time));
        json.WritePropertyName("row");
        WriteRow(json, result.Row);
        json.WriteEndObject();
    }

    /// <summary>A row as an object, its columns in order.</summary>
    /// <param name="json">Takes the object.</param>
    /// <param name="row">The row.</param>
    public static void WriteRow(Utf8JsonWriter json, Row row)
    {
        json.WriteStartObject();
        foreach (var (column, value) in row.Columns)
            WriteMember(json, column, value);
        json.WriteEndObject();
    }

    /// <summary>A name and its value; nothing where the value is absent.</summary>
    /// <param name="json">Takes them.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public static void WriteMember(Utf8JsonWriter json, string name, Value value)
    {
        if (value.IsNull)
            return;
        json.WritePropertyName(name);
        WriteValue(json, value);
    }

    /// <summary>A value: a number, a text, an array, or null.</summary>
    /// <param name="json">Takes the value.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter json, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                json.WriteNullValue();
                break;
            case ValueKind.Integer when value.TryGetInteger(out var whole):
                json.WriteNumberValue(whole);
                break;
            case ValueKind.Number:
                json.WriteRawValue(value.ToText(), skipInputValidation: true);
                break;
            case ValueKind.Integer:
            case ValueKind.Text:
                json.WriteStringValue(value.ToText());
                break;
            case ValueKind.Multi:
                json.WriteStartArray();
                foreach (var item in value.Items)
                    WriteValue(json, item);
                json.WriteEndArray();
                break;
        }
    }
}
