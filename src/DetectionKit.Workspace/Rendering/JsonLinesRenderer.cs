using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Workspace.Checking;

namespace DetectionKit.Workspace.Rendering;

/// <summary>One JSON object a line, one for each file; places are 1-based, columns in UTF-16 units.</summary>
public sealed class JsonLinesRenderer : IDiagnosticRenderer
{
    internal static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public void Render(CheckResult result, TextWriter writer)
    {
        foreach (var file in result.Files)
        {
            using var stream = new MemoryStream();
            using (var json = new Utf8JsonWriter(stream, Options))
                Write(file, json);
            writer.Write(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
            writer.Write('\n');
        }
    }

    private static void Write(CheckedFile file, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("file", file.Path);
        json.WriteBoolean("ok", file.Ok);
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in file.Diagnostics)
            Write(diagnostic, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Diagnostic diagnostic, Utf8JsonWriter json)
    {
        var (start, end) = (diagnostic.Span.Start, diagnostic.Span.End);
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Descriptor.Code);
        json.WriteString("severity", TextRenderer.Word(diagnostic.Severity));
        json.WriteString("message", diagnostic.Message);
        json.WriteString("file", diagnostic.Span.Source.Path);
        json.WriteNumber("line", start.Line);
        json.WriteNumber("column", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
        json.WriteEndObject();
    }
}
