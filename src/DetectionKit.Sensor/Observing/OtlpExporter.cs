using System.Net.Http.Headers;
using System.Text.Json;
using DetectionKit.Sensor.Configuration;
using DetectionKit.Sensor.Delivery.Sinks;

namespace DetectionKit.Sensor.Observing;

/// <summary>Sends metrics to an OpenTelemetry collector now and then: OTLP/HTTP with JSON (opentelemetry.io/docs/specs/otlp, opentelemetry-proto metrics v1), to <c>/v1/metrics</c> below the endpoint.</summary>
internal sealed class OtlpExporter : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private readonly HttpClient _client;
    private readonly Uri _url;
    private readonly string _sensor;
    private readonly Func<IEnumerable<Metric>> _metrics;
    private readonly SensorLog _log;
    private readonly Timer _timer;
    private readonly long _begin = Now();
    private bool _failing;
    private volatile bool _ended;
    private int _sending;

    public OtlpExporter(TelemetryConfiguration configuration, string sensor, Func<IEnumerable<Metric>> metrics, SensorLog log)
    {
        _client = Authorities.Client(Timeout, Authorities.PolicyOf(configuration.Authorities));
        _url = new Uri($"{configuration.Endpoint.TrimEnd('/')}/v1/metrics");
        _sensor = sensor;
        _metrics = metrics;
        _log = log;
        _timer = new Timer(_ => Send(), null, configuration.Interval, configuration.Interval);
    }

    public void Dispose()
    {
        _ended = true;
        _timer.Dispose();
        _client.Dispose();
    }

    /// <summary>An <c>ExportMetricsServiceRequest</c>.</summary>
    internal static byte[] Encode(IEnumerable<Metric> metrics, string sensor, long begin, long now)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteStartArray("resourceMetrics");
            json.WriteStartObject();
            json.WriteStartObject("resource");
            WriteAttributes(json, [("service.name", "dk-sensor"), ("service.instance.id", sensor)]);
            json.WriteEndObject();
            json.WriteStartArray("scopeMetrics");
            json.WriteStartObject();
            json.WriteStartObject("scope");
            json.WriteString("name", "detectionkit");
            json.WriteEndObject();
            json.WriteStartArray("metrics");
            foreach (var metric in metrics)
                Write(json, metric, begin, now);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return output.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Metric metric, long begin, long now)
    {
        json.WriteStartObject();
        json.WriteString("name", metric.Name);
        json.WriteString("description", metric.Help);
        json.WriteStartObject(metric.IsCounter ? "sum" : "gauge");
        json.WriteStartArray("dataPoints");
        foreach (var sample in metric.Samples)
        {
            json.WriteStartObject();
            WriteAttributes(json, sample.Labels);
            // 64-bit numbers are texts in protobuf's JSON.
            if (metric.IsCounter)
                json.WriteString("startTimeUnixNano", begin.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("timeUnixNano", now.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.WriteNumber("asDouble", sample.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (metric.IsCounter)
        {
            // AGGREGATION_TEMPORALITY_CUMULATIVE
            json.WriteNumber("aggregationTemporality", 2);
            json.WriteBoolean("isMonotonic", value: true);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteAttributes(Utf8JsonWriter json, (string Name, string Value)[] attributes)
    {
        json.WriteStartArray("attributes");
        foreach (var (name, value) in attributes)
        {
            json.WriteStartObject();
            json.WriteString("key", name);
            json.WriteStartObject("value");
            json.WriteString("stringValue", value);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static long Now() => (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100;

    private void Send()
    {
        // The timer does not wait for a collector that is slow.
        if (Interlocked.Exchange(ref _sending, 1) == 1)
            return;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = new ByteArrayContent(Encode(_metrics(), _sensor, _begin, Now())) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = _client.Send(request);
            response.EnsureSuccessStatusCode();
            _failing = false;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            if (!_failing && !_ended)
                _log.Warn($"OpenTelemetry: {e.Message}{(e.InnerException is { } inner ? $" ({inner.Message})" : "")}");
            _failing = true;
        }
        finally
        {
            Volatile.Write(ref _sending, 0);
        }
    }
}
