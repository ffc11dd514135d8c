using System.Collections.Frozen;

namespace DetectionKit.Traffic.Protocols.X509;

/// <summary>Names of the identifiers that certificates have: attributes as RFC 4514 shortens them, algorithms and curves as OpenSSL names them.</summary>
internal static class X509Names
{
    private static readonly FrozenDictionary<string, string> Attributes = Table(
        ("2.5.4.3", "CN"), ("2.5.4.4", "SN"), ("2.5.4.5", "serialNumber"), ("2.5.4.6", "C"), ("2.5.4.7", "L"), ("2.5.4.8", "ST"), ("2.5.4.9", "street"),
        ("2.5.4.10", "O"), ("2.5.4.11", "OU"), ("2.5.4.12", "title"), ("2.5.4.13", "description"), ("2.5.4.15", "businessCategory"),
        ("2.5.4.17", "postalCode"), ("2.5.4.42", "GN"), ("2.5.4.97", "organizationIdentifier"), ("1.2.840.113549.1.9.1", "emailAddress"),
        ("0.9.2342.19200300.100.1.1", "UID"), ("0.9.2342.19200300.100.1.25", "DC"), ("1.3.6.1.4.1.311.60.2.1.1", "jurisdictionL"),
        ("1.3.6.1.4.1.311.60.2.1.2", "jurisdictionST"), ("1.3.6.1.4.1.311.60.2.1.3", "jurisdictionC"));

    private static readonly FrozenDictionary<string, string> Algorithms = Table(
        ("1.2.840.113549.1.1.1", "rsaEncryption"), ("1.2.840.113549.1.1.2", "md2WithRSAEncryption"), ("1.2.840.113549.1.1.4", "md5WithRSAEncryption"),
        ("1.2.840.113549.1.1.5", "sha1WithRSAEncryption"), ("1.2.840.113549.1.1.10", "rsassaPss"), ("1.2.840.113549.1.1.11", "sha256WithRSAEncryption"),
        ("1.2.840.113549.1.1.12", "sha384WithRSAEncryption"), ("1.2.840.113549.1.1.13", "sha512WithRSAEncryption"), ("1.2.840.113549.1.1.14", "sha224WithRSAEncryption"),
        ("1.3.14.3.2.29", "sha1WithRSA"), ("1.2.840.10040.4.1", "dsaEncryption"), ("1.2.840.10040.4.3", "dsaWithSHA1"), ("2.16.840.1.101.3.4.3.2", "dsa_with_SHA256"),
        ("1.2.840.10045.2.1", "id-ecPublicKey"), ("1.2.840.10045.4.1", "ecdsa-with-SHA1"), ("1.2.840.10045.4.3.1", "ecdsa-with-SHA224"),
        ("1.2.840.10045.4.3.2", "ecdsa-with-SHA256"), ("1.2.840.10045.4.3.3", "ecdsa-with-SHA384"), ("1.2.840.10045.4.3.4", "ecdsa-with-SHA512"),
        ("1.2.840.10046.2.1", "dhpublicnumber"), ("1.3.101.110", "X25519"), ("1.3.101.112", "ED25519"), ("1.3.101.113", "ED448"),
        ("1.2.643.2.2.19", "gost2001"), ("1.2.643.2.2.3", "id-GostR3411-94-with-GostR3410-2001"), ("1.2.643.7.1.1.1.1", "gost2012_256"),
        ("1.2.643.7.1.1.3.2", "id-tc26-signwithdigest-gost3410-2012-256"), ("1.2.156.10197.1.501", "SM2-with-SM3"));

    private static readonly FrozenDictionary<string, (string Name, int Bits)> Curves = new Dictionary<string, (string, int)>(StringComparer.Ordinal)
    {
        ["1.2.840.10045.3.1.1"] = ("prime192v1", 192),
        ["1.2.840.10045.3.1.7"] = ("prime256v1", 256),
        ["1.3.132.0.10"] = ("secp256k1", 256),
        ["1.3.132.0.33"] = ("secp224r1", 224),
        ["1.3.132.0.34"] = ("secp384r1", 384),
        ["1.3.132.0.35"] = ("secp521r1", 521),
        ["1.3.36.3.3.2.8.1.1.7"] = ("brainpoolP256r1", 256),
        ["1.3.36.3.3.2.8.1.1.11"] = ("brainpoolP384r1", 384),
        ["1.3.36.3.3.2.8.1.1.13"] = ("brainpoolP512r1", 512),
        ["1.2.156.10197.1.301"] = ("sm2", 256),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>An attribute's short name; its identifier where it has none.</summary>
    public static string Attribute(string identifier) => Attributes.GetValueOrDefault(identifier, identifier);

    /// <summary>An algorithm's name; its identifier where it has none.</summary>
    public static string Algorithm(string identifier) => Algorithms.GetValueOrDefault(identifier, identifier);

    /// <summary>A curve's name and how many bits its keys have; 0: not known.</summary>
    public static (string Name, int Bits) Curve(string identifier) => Curves.GetValueOrDefault(identifier, (identifier, 0));

    private static FrozenDictionary<string, string> Table(params ReadOnlySpan<(string Identifier, string Name)> entries)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (identifier, name) in entries)
            table.Add(identifier, name);
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
