using DetectionKit.Abstractions.Values;

namespace DetectionKit.Traffic.Protocols.X509;

/// <summary>A certificate (RFC 5280 section 4.1), as far as its bytes can be read. Nothing of it is verified.</summary>
internal sealed class Certificate
{
    private Certificate()
    {
    }

    /// <summary>1, 2 or 3.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The serial number in hexadecimal.</summary>
    public string Serial { get; private set; } = "";

    /// <summary>How it is signed: <c>sha256WithRSAEncryption</c>.</summary>
    public string SignatureAlgorithm { get; private set; } = "";

    /// <summary>Who issued it.</summary>
    public DistinguishedName Issuer { get; private set; } = DistinguishedName.Read(default);

    /// <summary>Whom it is about.</summary>
    public DistinguishedName Subject { get; private set; } = DistinguishedName.Read(default);

    /// <summary>From when it is valid; null: cannot be read.</summary>
    public Timestamp? NotBefore { get; private set; }

    /// <summary>Until when it is valid; null: cannot be read.</summary>
    public Timestamp? NotAfter { get; private set; }

    /// <summary>Its key's algorithm: <c>rsaEncryption</c>, <c>id-ecPublicKey</c>.</summary>
    public string KeyAlgorithm { get; private set; } = "";

    /// <summary>The named curve of its key; null: none.</summary>
    public string? Curve { get; private set; }

    /// <summary>Bits of its key; 0: not known.</summary>
    public int KeyBits { get; private set; }

    /// <summary>What its extensions say.</summary>
    public CertificateExtensions Extensions { get; } = new();

    /// <summary>Whether it names its subject as its issuer.</summary>
    public bool IsSelfIssued { get; private set; }

    /// <summary>Reads a certificate; null where the bytes are none at all.</summary>
    /// <param name="der">Its bytes.</param>
    public static Certificate? Read(ReadOnlySpan<byte> der)
    {
        var outer = new DerReader(der).Into(DerTag.Sequence);
        var body = outer.Into(DerTag.Sequence);
        if (body.IsEmpty)
            return null;
        var certificate = new Certificate();
        if (body.Tag == DerTag.Explicit(0) && body.Into(DerTag.Explicit(0)).Next(DerTag.Integer) is [var version])
            certificate.Version = version + 1;
        certificate.Serial = DerText.Hex(body.Next(DerTag.Integer));
        certificate.SignatureAlgorithm = X509Names.Algorithm(DerText.Identifier(body.Into(DerTag.Sequence).Next(DerTag.ObjectIdentifier)));
        var issuer = body.Next(DerTag.Sequence);
        certificate.Issuer = DistinguishedName.Read(issuer);
        var validity = body.Into(DerTag.Sequence);
        certificate.NotBefore = Time(ref validity);
        certificate.NotAfter = Time(ref validity);
        var subject = body.Next(DerTag.Sequence);
        certificate.Subject = DistinguishedName.Read(subject);
        certificate.IsSelfIssued = issuer.SequenceEqual(subject);
        certificate.ReadKey(body.Into(DerTag.Sequence));
        while (!body.IsEmpty && body.Tag != DerTag.Explicit(3))
            body.Next();
        certificate.Extensions.Read(body.Into(DerTag.Explicit(3)).Into(DerTag.Sequence));
        return certificate;
    }

    private static Timestamp? Time(ref DerReader reader)
    {
        var tag = reader.Tag;
        return DerText.Time(tag, reader.Next());
    }

    /// <summary>SubjectPublicKeyInfo (RFC 3279, RFC 5480).</summary>
    private void ReadKey(DerReader info)
    {
        var algorithm = info.Into(DerTag.Sequence);
        KeyAlgorithm = X509Names.Algorithm(DerText.Identifier(algorithm.Next(DerTag.ObjectIdentifier)));
        var key = info.Next(DerTag.BitString);
        key = key.IsEmpty ? key : key[1..];
        switch (KeyAlgorithm)
        {
            case "rsaEncryption" or "rsassaPss":
                KeyBits = DerText.Bits(new DerReader(key).Into(DerTag.Sequence).Next(DerTag.Integer));
                break;
            case "id-ecPublicKey":
                (Curve, KeyBits) = X509Names.Curve(DerText.Identifier(algorithm.Next(DerTag.ObjectIdentifier)));
                break;
            case "dsaEncryption":
                KeyBits = DerText.Bits(algorithm.Into(DerTag.Sequence).Next(DerTag.Integer));
                break;
            case "X25519" or "ED25519" or "ED448":
                KeyBits = key.Length * 8;
                break;
        }
    }
}
