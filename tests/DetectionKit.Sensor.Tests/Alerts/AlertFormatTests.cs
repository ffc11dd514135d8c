using System.Runtime.CompilerServices;
using System.Text.Json;
using DetectionKit.Engine.Live;
using DetectionKit.Sensor.Alerts.Formats;

namespace DetectionKit.Sensor.Tests.Alerts;

/// <summary>Each format of one alert, against a reviewed golden; the test writes <c>.received.json</c> beside it.</summary>
public sealed class AlertFormatTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static IEnumerable<string> Formats => AlertFormats.All.Keys.Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Formats))]
    public void Is_as_reviewed(string format)
    {
        using var json = JsonDocument.Parse(Some.Text(format, Some.Alert(revision: 2, state: LiveRowState.Final)));
        var text = JsonSerializer.Serialize(json, Indented) + "\n";
        var verified = Path.Combine(Folder(), $"{format}.verified.json");
        var received = Path.Combine(Folder(), $"{format}.received.json");
        var reviewed = File.Exists(verified) ? File.ReadAllText(verified) : "";
        if (string.Equals(text, reviewed, StringComparison.Ordinal))
            File.Delete(received);
        else
            File.WriteAllText(received, text);
        Assert.That(text, Is.EqualTo(reviewed));
    }

    [TestCaseSource(nameof(Formats))]
    public void Is_one_line_of_JSON_whatever_the_row_holds(string format)
    {
        var alert = Some.Alert(source: "line\nfeed \u0001 \"quoted\" \ud83d\ude00");
        var text = Some.Text(format, alert with { Detection = null });
        Assert.That(text, Does.Not.Contain("\n"));
        Assert.That(() => JsonDocument.Parse(text).Dispose(), Throws.Nothing);
    }

    [TestCaseSource(nameof(Formats))]
    public void Says_that_a_row_was_withdrawn(string format) =>
        Assert.That(Some.Text(format, Some.Alert(state: LiveRowState.Withdrawn)), Does.Contain("\"withdrawn\":true").And.Contain("\"final\":true"));

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Goldens");
}
