using System.Security.Cryptography;

namespace DetectionKit.Bundles.Signing;

/// <summary>Reads and makes the keys that sign bundles: ECDSA on P-256 (FIPS 186-5), as PEM (RFC 7468).</summary>
public static class BundleKeys
{
    /// <summary>A private key in PKCS#8 form; null, and why, where the text is none.</summary>
    /// <param name="pem">The file's text.</param>
    /// <param name="problem">Why there is none.</param>
    public static ECDsa? ReadPrivate(string pem, out string? problem) => Read(pem, "PRIVATE KEY", out problem);

    /// <summary>A public key in SPKI form; null, and why, where the text is none.</summary>
    /// <param name="pem">The file's text.</param>
    /// <param name="problem">Why there is none.</param>
    public static ECDsa? ReadPublic(string pem, out string? problem) => Read(pem, "PUBLIC KEY", out problem);

    /// <summary>A new key pair.</summary>
    public static ECDsa Create() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>SHA-256 of the public key's SPKI form, in hexadecimal.</summary>
    /// <param name="key">The key.</param>
    public static string Fingerprint(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    private static ECDsa? Read(string pem, string label, out string? problem)
    {
        problem = $"it holds no {label.ToLowerInvariant()} in PEM form";
        if (!PemEncoding.TryFind(pem, out var fields))
            return null;
        if (pem.AsSpan()[fields.Label] is var found && !found.SequenceEqual(label))
        {
            problem = $"{problem}, but \"{found}\"";
            return null;
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem.AsSpan()[fields.Location]);
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid is { Value: "1.2.840.10045.3.1.7" } or { FriendlyName: "nistP256" or "ECDSA_P256" })
            {
                problem = null;
                return key;
            }

            problem = "its curve is not P-256";
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            problem = "its key is none of ECDSA on P-256, or damaged";
        }

        key.Dispose();
        return null;
    }
}
