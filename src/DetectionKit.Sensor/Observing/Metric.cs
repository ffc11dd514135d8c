namespace DetectionKit.Sensor.Observing;

/// <summary>A metric with its samples, by labels.</summary>
/// <param name="Name">As Prometheus names it: <c>dk_packets_total</c>.</param>
/// <param name="IsCounter">Whether it only grows.</param>
/// <param name="Help">What it counts.</param>
/// <param name="Samples">Labels, in order, and the value.</param>
internal sealed record Metric(string Name, bool IsCounter, string Help, IReadOnlyList<MetricSample> Samples);

/// <summary>One value of a metric.</summary>
/// <param name="Value">The value.</param>
/// <param name="Labels">Names and values.</param>
internal readonly record struct MetricSample(double Value, params (string Name, string Value)[] Labels);
