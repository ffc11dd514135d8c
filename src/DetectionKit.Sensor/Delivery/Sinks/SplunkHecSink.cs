using System.Buffers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using DetectionKit.Sensor.Alerts;

namespace DetectionKit.Sensor.Delivery.Sinks;

/// <summary>Splunk's HTTP Event Collector (<c>/services/collector/event</c>): events one behind the other in a body. Manual: Getting Data In, "Format events for HTTP Event Collector".</summary>
/// <param name="url">The endpoint.</param>
/// <param name="tokenFile">Holds the token; read for each request, so that it can be exchanged.</param>
/// <param name="batch">The most events of a body.</param>
/// <param name="timeout">For each request.</param>
/// <param name="authorities">Who may have signed the server's certificate.</param>
internal sealed class SplunkHecSink(Uri url, string tokenFile, int batch, TimeSpan timeout, X509ChainPolicy? authorities) : HttpSink(url, batch, timeout, authorities)
{
    public override void Wrap(Alert alert, ReadOnlySpan<byte> text, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteNumber("time", alert.Live.Result.Time.Seconds);
        json.WriteString("host", alert.Sensor);
        json.WriteString("source", "detectionkit");
        json.WriteString("sourcetype", "detectionkit:alert");
        json.WritePropertyName("event");
        json.WriteRawValue(text, skipInputValidation: true);
        json.WriteEndObject();
    }

    protected override byte[] Body(IReadOnlyList<byte[]> records)
    {
        using var body = new MemoryStream();
        foreach (var record in records)
            body.Write(record);
        return body.ToArray();
    }

    protected override void Prepare(HttpRequestMessage request) =>
        request.Headers.TryAddWithoutValidation("Authorization", "Splunk " + File.ReadAllText(tokenFile, Encoding.UTF8).Trim());
}
