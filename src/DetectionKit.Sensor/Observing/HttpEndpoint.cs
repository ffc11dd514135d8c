using System.Net;
using System.Text;

namespace DetectionKit.Sensor.Observing;

/// <summary>Answers <c>/metrics</c> and <c>/healthz</c>, on an address of this machine.</summary>
internal sealed class HttpEndpoint : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<string> _metrics;
    private readonly Func<(bool Good, string Text)> _health;

    /// <summary>Begins to answer. An address that is taken is an <see cref="HttpListenerException"/>.</summary>
    public HttpEndpoint(string address, Func<string> metrics, Func<(bool Good, string Text)> health)
    {
        _metrics = metrics;
        _health = health;
        _listener.Prefixes.Add($"http://{address}/");
        try
        {
            _listener.Start();
        }
        catch (HttpListenerException e)
        {
            throw new IOException($"metrics: {address}: {e.Message}", e);
        }

        new Thread(Answer) { Name = "metrics", IsBackground = true }.Start();
    }

    public void Dispose() => _listener.Close();

    private void Answer()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(_listener.GetContext());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException or IOException)
            {
                // A caller that hung up; or the end.
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var response = context.Response;
        var (code, text) = context.Request.Url?.AbsolutePath switch
        {
            "/metrics" => (200, _metrics()),
            "/healthz" => Health(),
            _ => (404, "/metrics and /healthz are here\n"),
        };
        var body = Encoding.UTF8.GetBytes(text);
        response.StatusCode = code;
        response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        response.ContentLength64 = body.Length;
        response.Close(body, willBlock: true);
    }

    private (int Code, string Text) Health()
    {
        var (good, text) = _health();
        return (good ? 200 : 503, text);
    }
}
