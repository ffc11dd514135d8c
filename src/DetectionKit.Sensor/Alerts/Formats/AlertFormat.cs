using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using DetectionKit.Engine.Live;

namespace DetectionKit.Sensor.Alerts.Formats;

/// <summary>One way to write an alert: a JSON object on a line. The catalogue finds every class that derives from this.</summary>
internal abstract class AlertFormat
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Its name in the configuration.</summary>
    public abstract string Name { get; }

    /// <summary>Writes an alert, without a line feed.</summary>
    public void Write(IBufferWriter<byte> output, Alert alert)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        Write(json, alert);
        json.WriteEndObject();
    }

    /// <summary>Writes the object's properties.</summary>
    protected abstract void Write(Utf8JsonWriter json, Alert alert);

    protected static void Object(Utf8JsonWriter json, string name, Action write)
    {
        json.WriteStartObject(name);
        write();
        json.WriteEndObject();
    }

    protected static void WriteEnding(Utf8JsonWriter json, Alert alert)
    {
        if (alert.Live.State == LiveRowState.Withdrawn)
            json.WriteBoolean("withdrawn", value: true);
        if (alert.IsInterrupted)
            json.WriteBoolean("interrupted", value: true);
    }

    protected static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
