using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using DetectionKit.Sensor.Alerts;

namespace DetectionKit.Sensor.Delivery.Sinks;

/// <summary>POSTs alerts to a URL: a JSON array of them, or, where a batch is one, each as an object.</summary>
internal sealed class WebhookSink(Uri url, ImmutableSortedDictionary<string, string> headers, int batch, TimeSpan timeout, X509ChainPolicy? authorities)
    : HttpSink(url, batch, timeout, authorities)
{
    public override void Wrap(Alert alert, ReadOnlySpan<byte> text, IBufferWriter<byte> output) => output.Write(text);

    protected override byte[] Body(IReadOnlyList<byte[]> records)
    {
        if (MostRecords == 1)
            return records[0];
        using var body = new MemoryStream();
        for (var i = 0; i < records.Count; i++)
        {
            body.WriteByte((byte)(i == 0 ? '[' : ','));
            body.Write(records[i]);
        }

        body.WriteByte((byte)']');
        return body.ToArray();
    }

    protected override void Prepare(HttpRequestMessage request)
    {
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
    }
}
