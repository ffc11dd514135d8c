using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DetectionKit.Sensor.Configuration;

/// <summary>What a check found as one line of JSON, of the shape in which <c>dk check</c> reports rules.</summary>
internal static class ProblemJson
{
    /// <summary>The code of all of them, as <c>dk check</c> lists it.</summary>
    public const string Code = "DK5001";

    public static string Render(string file, IReadOnlyCollection<ConfigurationProblem> problems)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteBoolean("ok", problems.Count == 0);
            json.WriteStartArray("diagnostics");
            foreach (var problem in problems)
            {
                json.WriteStartObject();
                json.WriteString("code", Code);
                json.WriteString("severity", "error");
                json.WriteString("message", problem.Text);
                json.WriteString("file", file);
                json.WriteNumber("line", problem.Line);
                json.WriteNumber("column", problem.Column);
                json.WriteNumber("endLine", problem.Line);
                json.WriteNumber("endColumn", problem.Column + problem.Length);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(line.ToArray());
    }
}
