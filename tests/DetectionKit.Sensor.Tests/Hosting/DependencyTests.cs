using System.Text.Json;

namespace DetectionKit.Sensor.Tests.Hosting;

/// <summary>What a sensor brings along: no compiler and no YAML, so that nothing on it can make code.</summary>
public sealed class DependencyTests
{
    [Test]
    public void The_sensor_needs_neither_Roslyn_nor_YAML()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "dk-sensor.deps.json")));
        var libraries = json.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')[0]).ToList();
        Assert.That(libraries, Does.Contain("dk-sensor"));
        Assert.That(libraries.Where(name => name.Contains("CodeAnalysis", StringComparison.Ordinal) || name.Contains("Yaml", StringComparison.OrdinalIgnoreCase)), Is.Empty);
        Assert.That(libraries.Where(name => name.StartsWith("DetectionKit.", StringComparison.Ordinal)),
            Is.SubsetOf(new[] { "DetectionKit.Abstractions", "DetectionKit.Bundles", "DetectionKit.Engine", "DetectionKit.Logs", "DetectionKit.Traffic" }));
    }
}
