using System.Security.Cryptography;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.X509;

/// <summary>Whose certificate it is.</summary>
internal enum CertificatePlace
{
    /// <summary>The server's own.</summary>
    Server,

    /// <summary>One above the server's own.</summary>
    Chain,

    /// <summary>The client's own, or one above it.</summary>
    Client,
}

/// <summary>
/// Says a certificate as facts of its flow. The server's own has CIM's names (Certificates data model); CIM has no place for the others, which
/// have ours.
/// </summary>
internal static class CertificateFacts
{
    private static readonly NameFacts Subject = new("ssl_subject");
    private static readonly NameFacts Issuer = new("ssl_issuer");

    /// <summary>Says it; what cannot be read is left out, the hashes are always there.</summary>
    /// <param name="der">The certificate's bytes.</param>
    /// <param name="place">Whose it is.</param>
    /// <param name="notes">Where to.</param>
    public static void Say(ReadOnlySpan<byte> der, CertificatePlace place, FlowNotes notes)
    {
        var certificate = Certificate.Read(der);
        switch (place)
        {
            case CertificatePlace.Server:
                SayHash(notes, "ssl_hash", der);
                SayStrongHash(notes, "ssl_hash_sha256", der);
                if (certificate is not null)
                    SayServer(certificate, notes);
                break;
            case CertificatePlace.Chain:
                SayHash(notes, "ssl_chain_hash", der);
                Say(notes, "ssl_chain_subject", certificate?.Subject.Text);
                break;
            case CertificatePlace.Client:
                SayHash(notes, "ssl_client_hash", der);
                SayStrongHash(notes, "ssl_client_hash_sha256", der);
                Say(notes, "ssl_client_subject", certificate?.Subject.Text);
                Say(notes, "ssl_client_issuer", certificate?.Issuer.Text);
                Say(notes, "ssl_client_serial", certificate?.Serial);
                break;
        }
    }

    private static void SayServer(Certificate certificate, FlowNotes notes)
    {
        Say(notes, "ssl_serial", certificate.Serial);
        SayName(notes, Subject, certificate.Subject);
        SayName(notes, Issuer, certificate.Issuer);
        if (certificate.NotBefore is { } from)
            notes.Fact("ssl_start_time", Value.Of((long)from.Seconds));
        if (certificate.NotAfter is { } until)
            notes.Fact("ssl_end_time", Value.Of((long)until.Seconds));
        if (certificate is { NotBefore: { } first, NotAfter: { } last })
            notes.Fact("ssl_validity_window", Value.Of((long)(last.Seconds - first.Seconds)));
        Say(notes, "ssl_signature_algorithm", certificate.SignatureAlgorithm);
        Say(notes, "ssl_publickey_algorithm", certificate.KeyAlgorithm);
        if (certificate.KeyBits > 0)
            notes.Fact("ssl_publickey_bits", Value.Of(certificate.KeyBits));
        Say(notes, "ssl_publickey_curve", certificate.Curve);
        notes.Fact("ssl_certificate_version", Value.Of(certificate.Version));
        SayAll(notes, "ssl_policies", certificate.Extensions.Policies);
        SayAll(notes, "ssl_san_dns", certificate.Extensions.DnsNames);
        SayAll(notes, "ssl_san_ip", certificate.Extensions.Addresses);
        SayAll(notes, "ssl_san_email", certificate.Extensions.Mails);
        SayAll(notes, "ssl_san_uri", certificate.Extensions.Uris);
        Say(notes, "ssl_self_issued", certificate.IsSelfIssued ? "true" : "false");
        Say(notes, "ssl_is_authority", certificate.Extensions.IsAuthority switch { true => "true", false => "false", null => null });
    }

    private static void SayName(FlowNotes notes, NameFacts facts, DistinguishedName name)
    {
        if (notes.WantsFact(facts.Whole))
            Say(notes, facts.Whole, name.Text);
        foreach (var (fact, attribute) in facts.Parts)
            Say(notes, fact, name[attribute]);
        if (name["emailAddress"] is { } mail && mail.LastIndexOf('@') is >= 0 and var at)
            Say(notes, facts.MailDomain, mail[(at + 1)..]);
    }

    private static void SayHash(FlowNotes notes, string name, ReadOnlySpan<byte> der)
    {
#pragma warning disable CA5350 // lists of bad certificates are lists of SHA-1
        if (notes.WantsFact(name))
            Say(notes, name, Convert.ToHexStringLower(SHA1.HashData(der)));
#pragma warning restore CA5350
    }

    private static void SayStrongHash(FlowNotes notes, string name, ReadOnlySpan<byte> der)
    {
        if (notes.WantsFact(name))
            Say(notes, name, Convert.ToHexStringLower(SHA256.HashData(der)));
    }

    private static void SayAll(FlowNotes notes, string name, List<string> values)
    {
        foreach (var value in values)
            Say(notes, name, value);
    }

    private static void Say(FlowNotes notes, string name, string? value) => notes.Fact(name, Value.Of(string.IsNullOrEmpty(value) ? null : value));

    /// <summary>The facts that a name gives.</summary>
    private sealed class NameFacts(string whole)
    {
        public string Whole { get; } = whole;

        public string MailDomain { get; } = whole + "_email_domain";

        public (string Fact, string Attribute)[] Parts { get; } =
        [
            (whole + "_common_name", "CN"),
            (whole + "_organization", "O"),
            (whole + "_unit", "OU"),
            (whole + "_locality", "L"),
            (whole + "_state", "ST"),
            (whole + "_street", "street"),
            (whole + "_email", "emailAddress"),
        ];
    }
}
