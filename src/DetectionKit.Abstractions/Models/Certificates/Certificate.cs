using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.Certificates;

/// <summary>One TLS handshake and the server's certificate, as CIM's Certificates data model describes them (dataset All_Certificates). Immutable.</summary>
/// <remarks>The fields of the child dataset SSL are here too: every event that there is belongs to it.</remarks>
public sealed class Certificate : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<Certificate> Model { get; } = new("Certificates", "All_Certificates", "CIM: Certificates")
    {
        Assets = ["dest", "src"],
        Children = [new("SSL")],
    };

    [Field("The server: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("The server's port.")] public long? DestPort { get; init; }
    [Field("Seconds that the flow took.")] public double? Duration { get; init; }
    [Field("Milliseconds to the first answer.")] public long? ResponseTime { get; init; }
    [Field("The client: name or address.")] public string Src { get; init; } = "unknown";
    [Field("The client's port.")] public long? SrcPort { get; init; }
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("The transport: tcp, udp.")] public string Transport { get; init; } = "unknown";
    [Field("Until when the certificate is valid, epoch seconds.")] public long? SslEndTime { get; init; }
    [Field("What verified the certificate.")] public string SslEngine { get; init; } = "unknown";
    [Field("The certificate's SHA-1 fingerprint.")] public string SslHash { get; init; } = "unknown";
    [Field("Whether the certificate was within its validity when it was shown: true, false.")] public string SslIsValid { get; init; } = "unknown";
    [Field("Who issued the certificate (RFC 4514 text).")] public string SslIssuer { get; init; } = "unknown";
    [Field("The issuer's common name.")] public string SslIssuerCommonName { get; init; } = "unknown";
    [Field("The issuer's mail address.")] public string SslIssuerEmail { get; init; } = "unknown";
    [Field("The domain of the issuer's mail address.")] public string SslIssuerEmailDomain { get; init; } = "unknown";
    [Field("The issuer's locality.")] public string SslIssuerLocality { get; init; } = "unknown";
    [Field("The issuer's organisation.")] public string SslIssuerOrganization { get; init; } = "unknown";
    [Field("The issuer's state or province.")] public string SslIssuerState { get; init; } = "unknown";
    [Field("The issuer's street.")] public string SslIssuerStreet { get; init; } = "unknown";
    [Field("The issuer's organisational unit.")] public string SslIssuerUnit { get; init; } = "unknown";
    [Field("The name that the client asked for (RFC 6066 server name).")] public string SslName { get; init; } = "unknown";
    [Field("Identifiers of the policies that the certificate was issued under.")] public Value SslPolicies { get; init; }
    [Field("The certificate's key.")] public string SslPublickey { get; init; } = "unknown";
    [Field("The algorithm of the certificate's key.")] public string SslPublickeyAlgorithm { get; init; } = "unknown";
    [Field("The certificate's serial number, hexadecimal.")] public string SslSerial { get; init; } = "unknown";
    [Field("The session's identifier, hexadecimal.")] public string SslSessionId { get; init; } = "unknown";
    [Field("How the certificate is signed.")] public string SslSignatureAlgorithm { get; init; } = "unknown";
    [Field("From when the certificate is valid, epoch seconds.")] public long? SslStartTime { get; init; }
    [Field("Whom the certificate is about (RFC 4514 text).")] public string SslSubject { get; init; } = "unknown";
    [Field("The subject's common name.")] public string SslSubjectCommonName { get; init; } = "unknown";
    [Field("The subject's mail address.")] public string SslSubjectEmail { get; init; } = "unknown";
    [Field("The domain of the subject's mail address.")] public string SslSubjectEmailDomain { get; init; } = "unknown";
    [Field("The subject's locality.")] public string SslSubjectLocality { get; init; } = "unknown";
    [Field("The subject's organisation.")] public string SslSubjectOrganization { get; init; } = "unknown";
    [Field("The subject's state or province.")] public string SslSubjectState { get; init; } = "unknown";
    [Field("The subject's street.")] public string SslSubjectStreet { get; init; } = "unknown";
    [Field("The subject's organisational unit.")] public string SslSubjectUnit { get; init; } = "unknown";
    [Field("How long the certificate is valid, seconds.")] public long? SslValidityWindow { get; init; }
    [Field("The version that both speak: TLSv1.2.")] public string SslVersion { get; init; } = "unknown";
}
