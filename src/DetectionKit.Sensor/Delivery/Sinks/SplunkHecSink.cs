using System.Buffers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using DetectionKit.Sensor.Alerts;

namespace DetectionKit.Sensor.Delivery.Sinks;

/// <summary>
/// Splunk's HTTP Event Collector (<c>/services/collector/event</c>): events one behind the other in a body. Manual: Getting Data In, "Format events for HTTP Event Collector"; codes of
/// answers: "Troubleshoot HTTP Event Collector". A token with indexer acknowledgment is served with a channel; that an event was indexed is not asked for: delivered means taken.
/// </summary>
/// <param name="url">The endpoint.</param>
/// <param name="tokenFile">Holds the token; read for each request, so that it can be exchanged.</param>
/// <param name="batch">The most events of a body.</param>
/// <param name="timeout">For each request.</param>
/// <param name="authorities">Who may have signed the server's certificate.</param>
internal sealed class SplunkHecSink(Uri url, string tokenFile, int batch, TimeSpan timeout, X509ChainPolicy? authorities) : HttpSink(url, batch, timeout, authorities)
{
    private const int LongestAnswer = 4096;

    // No data, wrong format, no event, an empty event, wrong fields; others, such as a wrong index or a lacking channel, are mended at the receiver.
    private static readonly int[] AboutRecords = [5, 6, 12, 13, 15];
    private readonly string _channel = Guid.NewGuid().ToString();

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

    protected override void Prepare(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Authorization", "Splunk " + File.ReadAllText(tokenFile, Encoding.UTF8).Trim());
        request.Headers.TryAddWithoutValidation("X-Splunk-Request-Channel", _channel);
    }

    protected override bool IsAboutRecords(HttpResponseMessage response)
    {
        using var stop = new CancellationTokenSource(Timeout);
        try
        {
            using var stream = response.Content.ReadAsStream(stop.Token);
            var answer = new byte[LongestAnswer];
            var length = stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, stop.Token).AsTask().GetAwaiter().GetResult();
            using var json = JsonDocument.Parse(answer.AsMemory(0, length));
            return !json.RootElement.TryGetProperty("code", out var code) || AboutRecords.Contains(code.GetInt32());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return true;
        }
    }
}
