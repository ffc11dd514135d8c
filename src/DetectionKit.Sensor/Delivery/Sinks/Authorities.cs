using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DetectionKit.Sensor.Delivery.Sinks;

/// <summary>Whose certificates servers may show.</summary>
internal static class Authorities
{
    /// <summary>The policy for a file of certificates (PEM); null: the system's authorities.</summary>
    public static X509ChainPolicy? PolicyOf(string? file)
    {
        if (file is null)
            return null;
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(file);
        }
        catch (CryptographicException e)
        {
            throw new IOException($"{file}: {e.Message}", e);
        }

        return policy.CustomTrustStore.Count > 0 ? policy : throw new IOException($"{file}: it holds no certificate in PEM form");
    }

    /// <summary>A client that follows nobody elsewhere and keeps no cookies.</summary>
    public static HttpClient Client(TimeSpan timeout, X509ChainPolicy? authorities)
    {
        var handler = new SocketsHttpHandler { ConnectTimeout = timeout, PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false, UseCookies = false };
        if (authorities is not null)
            handler.SslOptions.CertificateChainPolicy = authorities;
        return new HttpClient(handler) { Timeout = timeout };
    }
}
