using System.Text.Json;
using DetectionKit.Sensor.Observing;

namespace DetectionKit.Sensor.Tests.Observing;

public sealed class MetricsTests
{
    private static readonly Metric[] Metrics =
    [
        new("dk_packets_total", IsCounter: true, "Packets.", [new(12, ("input", "eth0"), ("thread", "0")), new(1e12, ("input", "a\"b\\c\nd"), ("thread", "1"))]),
        new("dk_memory_bytes", IsCounter: false, "Memory.", [new(0.5)]),
    ];

    [Test]
    public void Prometheus_reads_name_labels_and_value() => Assert.That(PrometheusText.Of(Metrics), Is.EqualTo("""
        # HELP dk_packets_total Packets.
        # TYPE dk_packets_total counter
        dk_packets_total{input="eth0",thread="0"} 12
        dk_packets_total{input="a\"b\\c\nd",thread="1"} 1000000000000
        # HELP dk_memory_bytes Memory.
        # TYPE dk_memory_bytes gauge
        dk_memory_bytes 0.5

        """));

    [Test]
    public void OpenTelemetry_gets_sums_and_gauges()
    {
        using var json = JsonDocument.Parse(OtlpExporter.Encode(Metrics, "core-1", 1, 2));
        var metrics = json.RootElement.GetProperty("resourceMetrics")[0].GetProperty("scopeMetrics")[0].GetProperty("metrics");
        Assert.That(metrics.GetArrayLength(), Is.EqualTo(2));
        var sum = metrics[0].GetProperty("sum");
        Assert.That(sum.GetProperty("isMonotonic").GetBoolean());
        Assert.That(sum.GetProperty("aggregationTemporality").GetInt32(), Is.EqualTo(2));
        Assert.That(sum.GetProperty("dataPoints")[0].GetProperty("timeUnixNano").GetString(), Is.EqualTo("2"));
        Assert.That(metrics[1].GetProperty("gauge").GetProperty("dataPoints")[0].GetProperty("asDouble").GetDouble(), Is.EqualTo(0.5));
    }

    [Test]
    public void Top_shows_rates_of_what_it_reads()
    {
        const string text = "dk_bundle_info{bundle=\"b 1\"} 1\ndk_bundle_detectors 2\ndk_packets_total{input=\"e\"} 100\ndk_detector_events_total{detection=\"D\"} 5\ndk_alerts_total{detection=\"D\"} 3\ndk_spool_depth{sink=\"s\"} 4\n";
        var page = Top.Render(Top.Parse(text), Top.Parse(text.Replace("} 100", "} 150", StringComparison.Ordinal)));
        Assert.That(page, Does.Contain("b 1: 2 detectors").And.Contain("packets 50/s").And.Contain("       3          0     0.00  D").And.Contain("       4          0        0  s"));
    }

    [Test]
    public void Top_fits_a_terminal_and_shows_the_detectors_that_take_most_time()
    {
        string Text(int second) => "dk_spool_depth{sink=\"s\"} 4\n" + string.Concat(Enumerable.Range(0, 9).Select(i => FormattableString.Invariant($"dk_detector_events_total{{detection=\"D{i}\"}} 5\ndk_detector_seconds_total{{detection=\"D{i}\"}} {second * i / 100.0}\n")));
        var page = Top.Fit(Top.Render(Top.Parse(Text(0)), Top.Parse(Text(1)), height: 10), 40);
        Assert.That(page.Split('\n'), Has.Length.EqualTo(10).And.All.Length.AtMost(40));
        Assert.That(page, Does.Contain("D8").And.Contain("D7").And.Not.Contain("D6"));
    }
}
