using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Certificates;

/// <summary>The field table of All_Certificates: its own fields, then those of SSL, in the order of CIM's page; those that only an asset lookup fills come last.</summary>
internal static class CertificateFields
{
    public static ImmutableArray<ModelField<Certificate>> All { get; } =
    [
        new("dest", FieldType.Text, "unknown", nameof(Certificate.Dest), "The server: name or address.", e => Value.Of(e.Dest)),
        new("dest_port", FieldType.Integer, null, nameof(Certificate.DestPort), "The server's port.", e => Value.Of(e.DestPort)),
        new("duration", FieldType.Number, null, nameof(Certificate.Duration), "Seconds that the flow took.", e => Value.Of(e.Duration)),
        new("response_time", FieldType.Integer, null, nameof(Certificate.ResponseTime), "Milliseconds to the first answer.", e => Value.Of(e.ResponseTime)),
        new("src", FieldType.Text, "unknown", nameof(Certificate.Src), "The client: name or address.", e => Value.Of(e.Src)),
        new("src_port", FieldType.Integer, null, nameof(Certificate.SrcPort), "The client's port.", e => Value.Of(e.SrcPort)),
        new("tag", FieldType.MultiText, null, nameof(Certificate.Tag), "Tags of the event type.", e => e.Tag),
        new("transport", FieldType.Text, "unknown", nameof(Certificate.Transport), "The transport: tcp, udp.", e => Value.Of(e.Transport)),
        new("ssl_end_time", FieldType.Integer, null, nameof(Certificate.SslEndTime), "Until when the certificate is valid, epoch seconds.", e => Value.Of(e.SslEndTime)),
        new("ssl_engine", FieldType.Text, "unknown", nameof(Certificate.SslEngine), "What verified the certificate.", e => Value.Of(e.SslEngine)),
        new("ssl_hash", FieldType.Text, "unknown", nameof(Certificate.SslHash), "The certificate's SHA-1 fingerprint.", e => Value.Of(e.SslHash)),
        new("ssl_is_valid", FieldType.Text, "unknown", nameof(Certificate.SslIsValid), "Whether the certificate was within its validity when it was shown: true, false.", e => Value.Of(e.SslIsValid)),
        new("ssl_issuer", FieldType.Text, "unknown", nameof(Certificate.SslIssuer), "Who issued the certificate (RFC 4514 text).", e => Value.Of(e.SslIssuer)),
        new("ssl_issuer_common_name", FieldType.Text, "unknown", nameof(Certificate.SslIssuerCommonName), "The issuer's common name.", e => Value.Of(e.SslIssuerCommonName)),
        new("ssl_issuer_email", FieldType.Text, "unknown", nameof(Certificate.SslIssuerEmail), "The issuer's mail address.", e => Value.Of(e.SslIssuerEmail)),
        new("ssl_issuer_email_domain", FieldType.Text, "unknown", nameof(Certificate.SslIssuerEmailDomain), "The domain of the issuer's mail address.", e => Value.Of(e.SslIssuerEmailDomain)),
        new("ssl_issuer_locality", FieldType.Text, "unknown", nameof(Certificate.SslIssuerLocality), "The issuer's locality.", e => Value.Of(e.SslIssuerLocality)),
        new("ssl_issuer_organization", FieldType.Text, "unknown", nameof(Certificate.SslIssuerOrganization), "The issuer's organisation.", e => Value.Of(e.SslIssuerOrganization)),
        new("ssl_issuer_state", FieldType.Text, "unknown", nameof(Certificate.SslIssuerState), "The issuer's state or province.", e => Value.Of(e.SslIssuerState)),
        new("ssl_issuer_street", FieldType.Text, "unknown", nameof(Certificate.SslIssuerStreet), "The issuer's street.", e => Value.Of(e.SslIssuerStreet)),
        new("ssl_issuer_unit", FieldType.Text, "unknown", nameof(Certificate.SslIssuerUnit), "The issuer's organisational unit.", e => Value.Of(e.SslIssuerUnit)),
        new("ssl_name", FieldType.Text, "unknown", nameof(Certificate.SslName), "The name that the client asked for (RFC 6066 server name).", e => Value.Of(e.SslName)),
        new("ssl_policies", FieldType.MultiText, null, nameof(Certificate.SslPolicies), "Identifiers of the policies that the certificate was issued under.", e => e.SslPolicies),
        new("ssl_publickey", FieldType.Text, "unknown", nameof(Certificate.SslPublickey), "The certificate's key.", e => Value.Of(e.SslPublickey)),
        new("ssl_publickey_algorithm", FieldType.Text, "unknown", nameof(Certificate.SslPublickeyAlgorithm), "The algorithm of the certificate's key.", e => Value.Of(e.SslPublickeyAlgorithm)),
        new("ssl_serial", FieldType.Text, "unknown", nameof(Certificate.SslSerial), "The certificate's serial number, hexadecimal.", e => Value.Of(e.SslSerial)),
        new("ssl_session_id", FieldType.Text, "unknown", nameof(Certificate.SslSessionId), "The session's identifier, hexadecimal.", e => Value.Of(e.SslSessionId)),
        new("ssl_signature_algorithm", FieldType.Text, "unknown", nameof(Certificate.SslSignatureAlgorithm), "How the certificate is signed.", e => Value.Of(e.SslSignatureAlgorithm)),
        new("ssl_start_time", FieldType.Integer, null, nameof(Certificate.SslStartTime), "From when the certificate is valid, epoch seconds.", e => Value.Of(e.SslStartTime)),
        new("ssl_subject", FieldType.Text, "unknown", nameof(Certificate.SslSubject), "Whom the certificate is about (RFC 4514 text).", e => Value.Of(e.SslSubject)),
        new("ssl_subject_common_name", FieldType.Text, "unknown", nameof(Certificate.SslSubjectCommonName), "The subject's common name.", e => Value.Of(e.SslSubjectCommonName)),
        new("ssl_subject_email", FieldType.Text, "unknown", nameof(Certificate.SslSubjectEmail), "The subject's mail address.", e => Value.Of(e.SslSubjectEmail)),
        new("ssl_subject_email_domain", FieldType.Text, "unknown", nameof(Certificate.SslSubjectEmailDomain), "The domain of the subject's mail address.", e => Value.Of(e.SslSubjectEmailDomain)),
        new("ssl_subject_locality", FieldType.Text, "unknown", nameof(Certificate.SslSubjectLocality), "The subject's locality.", e => Value.Of(e.SslSubjectLocality)),
        new("ssl_subject_organization", FieldType.Text, "unknown", nameof(Certificate.SslSubjectOrganization), "The subject's organisation.", e => Value.Of(e.SslSubjectOrganization)),
        new("ssl_subject_state", FieldType.Text, "unknown", nameof(Certificate.SslSubjectState), "The subject's state or province.", e => Value.Of(e.SslSubjectState)),
        new("ssl_subject_street", FieldType.Text, "unknown", nameof(Certificate.SslSubjectStreet), "The subject's street.", e => Value.Of(e.SslSubjectStreet)),
        new("ssl_subject_unit", FieldType.Text, "unknown", nameof(Certificate.SslSubjectUnit), "The subject's organisational unit.", e => Value.Of(e.SslSubjectUnit)),
        new("ssl_validity_window", FieldType.Integer, null, nameof(Certificate.SslValidityWindow), "How long the certificate is valid, seconds.", e => Value.Of(e.SslValidityWindow)),
        new("ssl_version", FieldType.Text, "unknown", nameof(Certificate.SslVersion), "The version that both speak: TLSv1.2.", e => Value.Of(e.SslVersion)),
        new("dest_bunit", FieldType.Text, null, nameof(Certificate.DestBunit), "The server's business unit (an asset lookup fills it).", e => Value.Of(e.DestBunit)),
        new("dest_category", FieldType.MultiText, null, nameof(Certificate.DestCategory), "The server's categories (an asset lookup fills them).", e => e.DestCategory),
        new("dest_priority", FieldType.Text, null, nameof(Certificate.DestPriority), "The server's priority (an asset lookup fills it).", e => Value.Of(e.DestPriority)),
        new("src_bunit", FieldType.Text, null, nameof(Certificate.SrcBunit), "The client's business unit (an asset lookup fills it).", e => Value.Of(e.SrcBunit)),
        new("src_category", FieldType.MultiText, null, nameof(Certificate.SrcCategory), "The client's categories (an asset lookup fills them).", e => e.SrcCategory),
        new("src_priority", FieldType.Text, null, nameof(Certificate.SrcPriority), "The client's priority (an asset lookup fills it).", e => Value.Of(e.SrcPriority)),
    ];
}
