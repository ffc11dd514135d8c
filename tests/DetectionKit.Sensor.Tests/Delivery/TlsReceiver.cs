using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace DetectionKit.Sensor.Tests.Delivery;

/// <summary>A receiver behind TLS, with an authority of its own: takes syslog's bytes as they come, or answers a request over HTTP with 200.</summary>
internal sealed class TlsReceiver : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;
    private readonly bool _http;

    /// <summary>Opens it.</summary>
    /// <param name="kind"><c>good</c>, or what is wrong with its certificate: <c>name</c>, <c>expired</c>, <c>stranger</c> (another authority signed it), <c>client</c> (it is not for servers).</param>
    /// <param name="http">Whether it speaks HTTP.</param>
    public TlsReceiver(string kind, bool http)
    {
        _http = http;
        using var authority = Authority();
        using var stranger = Authority();
        _certificate = Certificate(kind, kind is "stranger" ? stranger : authority);
        AuthorityFile = Path.GetTempFileName();
        File.WriteAllText(AuthorityFile, authority.ExportCertificatePem());
        _listener.Start();
        _ = Task.Run(Serve);
    }

    /// <summary>The authority's certificate (PEM).</summary>
    public string AuthorityFile { get; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What came, from all connections.</summary>
    public StringBuilder Received { get; } = new();

    /// <summary>How many connections are closed as soon as something came.</summary>
    public int HangsUp { get; set; }

    public bool Wait(string text, TimeSpan atMost) => SpinWait.SpinUntil(
        () =>
        {
            lock (Received)
                return Received.ToString().Contains(text, StringComparison.Ordinal);
        },
        atMost);

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
        File.Delete(AuthorityFile);
    }

    private static X509Certificate2 Authority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=Authority {Guid.NewGuid()}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-30), DateTimeOffset.UtcNow.AddDays(30));
    }

    private static X509Certificate2 Certificate(string kind, X509Certificate2 authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=receiver", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(kind is "name" ? "other.example" : "localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(kind is "client" ? "1.3.6.1.5.5.7.3.2" : "1.3.6.1.5.5.7.3.1")], critical: false));
        var end = DateTimeOffset.UtcNow.AddDays(kind is "expired" ? -1 : 10);
        using var signed = request.Create(authority, DateTimeOffset.UtcNow.AddDays(-20), end, RandomNumberGenerator.GetBytes(8));
        using var whole = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), password: null);
    }

    private async Task Serve()
    {
        try
        {
            while (true)
                _ = Take(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException or InvalidOperationException)
        {
            // The end of the test.
        }
    }

    private async Task Take(TcpClient client)
    {
        try
        {
            using var _ = client;
            await using var stream = new SslStream(client.GetStream());
            await stream.AuthenticateAsServerAsync(_certificate);
            var buffer = new byte[65_536];
            while (await stream.ReadAsync(buffer) is var read and > 0)
            {
                var text = Encoding.UTF8.GetString(buffer, 0, read);
                lock (Received)
                    Received.Append(text);
                if (HangsUp-- > 0)
                    return;
                if (_http && Received.ToString() is var all && all.IndexOf("\r\n\r\n", StringComparison.Ordinal) is > 0 and var head && all.Length > head + 4)
                    await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
            }
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException or ObjectDisposedException)
        {
            // Who did not like the certificate hung up.
        }
    }
}
