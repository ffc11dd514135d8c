using System.Security.Cryptography;

namespace DetectionKit.Bundles.Signing;

/// <summary>The signature over a manifest's bytes: ECDSA with SHA-256, 64 bytes (IEEE P1363).</summary>
internal static class ManifestSignature
{
    public const int Size = 64;

    public static byte[] Sign(byte[] manifest, ECDsa key) =>
        key.SignData(manifest, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>The trusted key that made the signature, one that is trusted now before others; or null.</summary>
    public static TrustedKey? SignedBy(ReadOnlySpan<byte> manifest, ReadOnlySpan<byte> signature, BundleTrust trust)
    {
        TrustedKey? outOfTime = null;
        if (signature.Length != Size)
            return null;
        foreach (var key in trust.Keys)
        {
            if (!key.Key.VerifyData(manifest, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))
                continue;
            if (key.IsTrustedAt(trust.At))
                return key;
            outOfTime = key;
        }

        return outOfTime;
    }
}
