using System.Security.Cryptography;

namespace DetectionKit.Bundles.Signing;

/// <summary>A public key whose bundles are taken, and when. During a rotation two are trusted whose times overlap.</summary>
/// <param name="Key">The key, on P-256.</param>
/// <param name="NotBefore">From when on; null: always was.</param>
/// <param name="NotAfter">Until when; null: has no end.</param>
public sealed record TrustedKey(ECDsa Key, DateTimeOffset? NotBefore = null, DateTimeOffset? NotAfter = null)
{
    /// <summary>SHA-256 of its SPKI form, in hexadecimal.</summary>
    public string Fingerprint { get; } = BundleKeys.Fingerprint(Key);

    /// <summary>Whether the key is trusted at a time.</summary>
    /// <param name="time">The time.</param>
    public bool IsTrustedAt(DateTimeOffset time) => (NotBefore is null || time >= NotBefore) && (NotAfter is null || time <= NotAfter);
}
