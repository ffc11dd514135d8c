using System.Runtime.CompilerServices;
using System.Text.Json;
using DetectionKit.Sensor.Configuration;

namespace DetectionKit.Sensor.Tests.Configuration;

/// <summary>The published schema and the reader know the same properties.</summary>
public sealed class SchemaTests
{
    [Test]
    public void The_example_has_no_mistake() =>
        Assert.That(ConfigurationReader.Read(File.ReadAllBytes(PathOf("sensor.example.json"))).Problems.Select(problem => problem.Render("example")), Is.Empty);

    [Test]
    public void Every_property_of_the_schema_is_known_to_the_reader()
    {
        using var schema = JsonDocument.Parse(File.ReadAllBytes(PathOf("sensor.schema.json")));
        var root = schema.RootElement;
        var sinks = root.GetProperty("$defs").GetProperty("sink").GetProperty("oneOf").EnumerateArray().Select(sink => $"{{{string.Join(',', Named(sink, ("type", TypeOf(sink))))}}}");
        var inputs = $"{{{string.Join(',', Named(root.GetProperty("$defs").GetProperty("input")))}}}";
        var parts = root.GetProperty("properties").EnumerateObject().Select(property => property.Name switch
        {
            "sinks" => $"\"sinks\":[{string.Join(',', sinks)}]",
            "inputs" => $"\"inputs\":[{inputs}]",
            "spool" or "evidence" or "open_telemetry" => $"\"{property.Name}\":{{{string.Join(',', Named(property.Value))}}}",
            _ => $"\"{property.Name}\":null",
        });
        var problems = ConfigurationReader.Read(System.Text.Encoding.UTF8.GetBytes($"{{{string.Join(',', parts)}}}")).Problems;
        Assert.That(problems.Where(problem => problem.Message.StartsWith("is not known", StringComparison.Ordinal)).Select(problem => problem.Path), Is.Empty);
        Assert.That(problems, Is.Not.Empty, "null is no value");
    }

    private static IEnumerable<string> Named(JsonElement schema, params (string Name, string Value)[] set) =>
        schema.GetProperty("properties").EnumerateObject().Select(property => $"\"{property.Name}\":{set.Where(one => string.Equals(one.Name, property.Name, StringComparison.Ordinal)).Select(one => $"\"{one.Value}\"").FirstOrDefault() ?? "null"}");

    private static string TypeOf(JsonElement sink) => sink.GetProperty("properties").GetProperty("type").GetProperty("const").GetString()!;

    private static string PathOf(string file, [CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "../../../src/DetectionKit.Sensor", file);
}
