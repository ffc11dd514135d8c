using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Certificates;

/// <summary>One TLS handshake and the server's certificate, as CIM's Certificates data model describes them (dataset All_Certificates). Immutable.</summary>
/// <remarks>The fields of the child dataset SSL are here too: every event that there is belongs to it.</remarks>
public sealed class Certificate : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<Certificate> Model { get; } =
        new("Certificates", "All_Certificates", "CIM: Certificates", CertificateFields.All) { Children = [new("SSL", null, null)] };

    /// <summary><c>dest</c>: The server: name or address.</summary>
    public string Dest { get; init; } = "unknown";

    /// <summary><c>dest_port</c>: The server's port.</summary>
    public long? DestPort { get; init; }

    /// <summary><c>duration</c>: Seconds that the flow took.</summary>
    public double? Duration { get; init; }

    /// <summary><c>response_time</c>: Milliseconds to the first answer.</summary>
    public long? ResponseTime { get; init; }

    /// <summary><c>src</c>: The client: name or address.</summary>
    public string Src { get; init; } = "unknown";

    /// <summary><c>src_port</c>: The client's port.</summary>
    public long? SrcPort { get; init; }

    /// <summary><c>tag</c>: Tags of the event type.</summary>
    public Value Tag { get; init; }

    /// <summary><c>transport</c>: The transport: tcp, udp.</summary>
    public string Transport { get; init; } = "unknown";

    /// <summary><c>ssl_end_time</c>: Until when the certificate is valid, epoch seconds.</summary>
    public long? SslEndTime { get; init; }

    /// <summary><c>ssl_engine</c>: What verified the certificate.</summary>
    public string SslEngine { get; init; } = "unknown";

    /// <summary><c>ssl_hash</c>: The certificate's SHA-1 fingerprint.</summary>
    public string SslHash { get; init; } = "unknown";

    /// <summary><c>ssl_is_valid</c>: Whether the certificate was within its validity when it was shown: true, false.</summary>
    public string SslIsValid { get; init; } = "unknown";

    /// <summary><c>ssl_issuer</c>: Who issued the certificate (RFC 4514 text).</summary>
    public string SslIssuer { get; init; } = "unknown";

    /// <summary><c>ssl_issuer_common_name</c>: The issuer's common name.</summary>
    public string SslIssuerCommonName { get; init; } = "unknown";

    /// <summary><c>ssl_issuer_email</c>: The issuer's mail address.</summary>
    public string SslIssuerEmail { get; init; } = "unknown";

    /// <summary><c>ssl_issuer_email_domain</c>: The domain of the issuer's mail address.</summary>
    public string SslIssuerEmailDomain { get; init; } = "unknown";

    /// <summary><c>ssl_issuer_locality</c>: The issuer's locality.</summary>
    public string SslIssuerLocality { get; init; } = "unknown";

    /// <summary><c>ssl_issuer_organization</c>: The issuer's organisation.</summary>
    public string SslIssuerOrganization { get; init; } = "unknown";

    /// <summary><c>ssl_issuer_state</c>: The issuer's state or province.</summary>
    public string SslIssuerState { get; init; } = "unknown";

    /// <summary><c>ssl_issuer_street</c>: The issuer's street.</summary>
    public string SslIssuerStreet { get; init; } = "unknown";

    /// <summary><c>ssl_issuer_unit</c>: The issuer's organisational unit.</summary>
    public string SslIssuerUnit { get; init; } = "unknown";

    /// <summary><c>ssl_name</c>: The name that the client asked for (RFC 6066 server name).</summary>
    public string SslName { get; init; } = "unknown";

    /// <summary><c>ssl_policies</c>: Identifiers of the policies that the certificate was issued under.</summary>
    public Value SslPolicies { get; init; }

    /// <summary><c>ssl_publickey</c>: The certificate's key.</summary>
    public string SslPublickey { get; init; } = "unknown";

    /// <summary><c>ssl_publickey_algorithm</c>: The algorithm of the certificate's key.</summary>
    public string SslPublickeyAlgorithm { get; init; } = "unknown";

    /// <summary><c>ssl_serial</c>: The certificate's serial number, hexadecimal.</summary>
    public string SslSerial { get; init; } = "unknown";

    /// <summary><c>ssl_session_id</c>: The session's identifier, hexadecimal.</summary>
    public string SslSessionId { get; init; } = "unknown";

    /// <summary><c>ssl_signature_algorithm</c>: How the certificate is signed.</summary>
    public string SslSignatureAlgorithm { get; init; } = "unknown";

    /// <summary><c>ssl_start_time</c>: From when the certificate is valid, epoch seconds.</summary>
    public long? SslStartTime { get; init; }

    /// <summary><c>ssl_subject</c>: Whom the certificate is about (RFC 4514 text).</summary>
    public string SslSubject { get; init; } = "unknown";

    /// <summary><c>ssl_subject_common_name</c>: The subject's common name.</summary>
    public string SslSubjectCommonName { get; init; } = "unknown";

    /// <summary><c>ssl_subject_email</c>: The subject's mail address.</summary>
    public string SslSubjectEmail { get; init; } = "unknown";

    /// <summary><c>ssl_subject_email_domain</c>: The domain of the subject's mail address.</summary>
    public string SslSubjectEmailDomain { get; init; } = "unknown";

    /// <summary><c>ssl_subject_locality</c>: The subject's locality.</summary>
    public string SslSubjectLocality { get; init; } = "unknown";

    /// <summary><c>ssl_subject_organization</c>: The subject's organisation.</summary>
    public string SslSubjectOrganization { get; init; } = "unknown";

    /// <summary><c>ssl_subject_state</c>: The subject's state or province.</summary>
    public string SslSubjectState { get; init; } = "unknown";

    /// <summary><c>ssl_subject_street</c>: The subject's street.</summary>
    public string SslSubjectStreet { get; init; } = "unknown";

    /// <summary><c>ssl_subject_unit</c>: The subject's organisational unit.</summary>
    public string SslSubjectUnit { get; init; } = "unknown";

    /// <summary><c>ssl_validity_window</c>: How long the certificate is valid, seconds.</summary>
    public long? SslValidityWindow { get; init; }

    /// <summary><c>ssl_version</c>: The version that both speak: TLSv1.2.</summary>
    public string SslVersion { get; init; } = "unknown";

    /// <summary><c>dest_bunit</c>: The server's business unit (an asset lookup fills it).</summary>
    public string? DestBunit { get; init; }

    /// <summary><c>dest_category</c>: The server's categories (an asset lookup fills them).</summary>
    public Value DestCategory { get; init; }

    /// <summary><c>dest_priority</c>: The server's priority (an asset lookup fills it).</summary>
    public string? DestPriority { get; init; }

    /// <summary><c>src_bunit</c>: The client's business unit (an asset lookup fills it).</summary>
    public string? SrcBunit { get; init; }

    /// <summary><c>src_category</c>: The client's categories (an asset lookup fills them).</summary>
    public Value SrcCategory { get; init; }

    /// <summary><c>src_priority</c>: The client's priority (an asset lookup fills it).</summary>
    public string? SrcPriority { get; init; }
}
