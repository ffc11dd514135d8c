using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using DetectionKit.Workspace.Checking;

namespace DetectionKit.Workspace.Rendering;

/// <summary>A SARIF 2.1.0 log (OASIS): one run, one rule for each code that occurs, one result for each diagnostic.</summary>
public sealed class SarifRenderer : IDiagnosticRenderer
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public void Render(CheckResult result, TextWriter writer)
    {
        var diagnostics = result.Diagnostics.ToArray();
        var rules = diagnostics.Select(diagnostic => diagnostic.Descriptor).DistinctBy(descriptor => descriptor.Code, StringComparer.Ordinal)
            .OrderBy(descriptor => descriptor.Code, StringComparer.Ordinal).ToArray();
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            Tool(rules, json);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var diagnostic in diagnostics)
                Result(diagnostic, Array.FindIndex(rules, rule => string.Equals(rule.Code, diagnostic.Descriptor.Code, StringComparison.Ordinal)), json);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        writer.Write(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
        writer.Write('\n');
    }

    private static void Tool(DiagnosticDescriptor[] rules, Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "DetectionKit");
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Code);
            Text("shortDescription", rule.Title, json);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", TextRenderer.Word(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Result(Diagnostic diagnostic, int rule, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Descriptor.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", TextRenderer.Word(diagnostic.Severity));
        Text("message", diagnostic.Message, json);
        json.WriteStartArray("locations");
        Location(diagnostic.Span, null, json);
        json.WriteEndArray();
        if (!diagnostic.Labels.IsEmpty)
        {
            json.WriteStartArray("relatedLocations");
            foreach (var label in diagnostic.Labels)
                Location(label.Span, label.Message, json);
            json.WriteEndArray();
        }

        if (diagnostic.Fix is { } fix)
            Fix(fix, json);
        json.WriteEndObject();
    }

    private static void Location(SourceSpan span, string? message, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        Artifact(span.Source, json);
        Region("region", span, json);
        json.WriteEndObject();
        if (message is not null)
            Text("message", message, json);
        json.WriteEndObject();
    }

    private static void Fix(DiagnosticFix fix, Utf8JsonWriter json)
    {
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        Artifact(fix.Span.Source, json);
        json.WriteStartArray("replacements");
        json.WriteStartObject();
        Region("deletedRegion", fix.Span, json);
        Text("insertedContent", fix.Text, json);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Artifact(SourceText source, Utf8JsonWriter json)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', source.Path.Split('/').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
    }

    private static void Region(string name, SourceSpan span, Utf8JsonWriter json)
    {
        var (start, end) = (span.Start, span.End);
        json.WriteStartObject(name);
        json.WriteNumber("startLine", start.Line);
        json.WriteNumber("startColumn", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
        json.WriteEndObject();
    }

    private static void Text(string name, string text, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
