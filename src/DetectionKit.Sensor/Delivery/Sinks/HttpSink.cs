using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;

namespace DetectionKit.Sensor.Delivery.Sinks;

/// <summary>
/// What HTTP sinks share. 2xx is delivered. 400, 413 and 422 say that the receiver will never take this: of several records each is then tried alone, and one
/// that is refused alone is counted and left out. Every other answer is tried again.
/// </summary>
internal abstract class HttpSink : ISink
{
    private readonly HttpClient _client;
    private readonly Uri _url;
    private int _alone;

    protected HttpSink(Uri url, int batch, TimeSpan timeout, X509ChainPolicy? authorities)
    {
        _url = url;
        MostRecords = batch;
        Timeout = timeout;
        _client = Authorities.Client(timeout, authorities);
    }

    public int Batch => _alone > 0 ? 1 : MostRecords;

    protected int MostRecords { get; }

    /// <summary>The longest that the receiver may take.</summary>
    protected TimeSpan Timeout { get; }

    public abstract void Wrap(Alerts.Alert alert, ReadOnlySpan<byte> text, System.Buffers.IBufferWriter<byte> output);

    public SendResult Send(IReadOnlyList<byte[]> records, CancellationToken ending)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = new ByteArrayContent(Body(records)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        Prepare(request);
        using var response = _client.Send(request, HttpCompletionOption.ResponseHeadersRead, ending);
        if (response.IsSuccessStatusCode)
        {
            _alone = Math.Max(0, _alone - records.Count);
            return new(records.Count);
        }

        if (response.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableContent) || !IsAboutRecords(response))
            return SendResult.Failed(string.Create(CultureInfo.InvariantCulture, $"{_url.Host} answers {(int)response.StatusCode}"));
        if (records.Count > 1)
        {
            _alone = records.Count;
            return new(0);
        }

        _alone = Math.Max(0, _alone - 1);
        return new(1, Rejected: 1);
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Whether an answer that refuses is about what was sent, and not about how the receiver is set up.</summary>
    protected virtual bool IsAboutRecords(HttpResponseMessage response) => true;

    /// <summary>The body for these records.</summary>
    protected abstract byte[] Body(IReadOnlyList<byte[]> records);

    /// <summary>Adds headers.</summary>
    protected abstract void Prepare(HttpRequestMessage request);
}
