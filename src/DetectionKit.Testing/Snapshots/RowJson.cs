using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Engine.Running;

namespace DetectionKit.Testing.Snapshots;

/// <summary>Rows as lines of snapshots and reports.</summary>
public static class RowJson
{
    /// <summary>How every writer here escapes: only what JSON demands.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>A row as one line of JSON.</summary>
    /// <param name="row">The row.</param>
    public static string ToLine(Row row)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Options))
            ResultWriter.WriteRow(json, row);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
