using System.Collections.Frozen;
using DetectionKit.Abstractions.Models.Certificates;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Flows;

namespace DetectionKit.Traffic.Events;

/// <summary>A TLS handshake as an event of CIM's Certificates: one for each flow whose hello or certificate was seen, whatever carries it.</summary>
/// <remarks>
/// The certificate is the server's own; from TLS 1.3 on it is encrypted, and its fields keep their defaults. No chain is verified:
/// <c>ssl_is_valid</c> says only whether the handshake was within the certificate's validity.
/// </remarks>
public static class CertificateEvents
{
    /// <summary>The fields that packets fill (CIM's names). The others keep their published defaults.</summary>
    public static FrozenSet<string> FilledFields { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "dest", "dest_port", "duration", "response_time", "src", "src_port", "transport", "ssl_end_time", "ssl_hash", "ssl_is_valid", "ssl_issuer",
        "ssl_issuer_common_name", "ssl_issuer_email", "ssl_issuer_email_domain", "ssl_issuer_locality", "ssl_issuer_organization", "ssl_issuer_state",
        "ssl_issuer_street", "ssl_issuer_unit", "ssl_name", "ssl_policies", "ssl_publickey_algorithm", "ssl_serial", "ssl_session_id",
        "ssl_signature_algorithm", "ssl_start_time", "ssl_subject", "ssl_subject_common_name", "ssl_subject_email", "ssl_subject_email_domain",
        "ssl_subject_locality", "ssl_subject_organization", "ssl_subject_state", "ssl_subject_street", "ssl_subject_unit", "ssl_validity_window", "ssl_version");

    /// <summary>The event of a flow; null where no handshake was seen.</summary>
    /// <param name="flow">The flow, with its protocol's facts.</param>
    public static Certificate? Of(in FlowView flow)
    {
        var facts = new FactTable(flow.Facts);
        if (facts["tls_version"].IsNull && facts["tls_client_version"].IsNull && facts["ssl_hash"].IsNull)
            return null;
        return new()
        {
            Time = flow.Start,
            Source = flow.Capture,
            SourceType = SourceTypes.Flow,
            Dest = flow.DestinationAddress.ToString(),
            DestPort = flow.HasPorts ? flow.DestinationPort : null,
            Duration = flow.Duration,
            ResponseTime = flow.ResponseMilliseconds,
            Src = flow.SourceAddress.ToString(),
            SrcPort = flow.HasPorts ? flow.SourcePort : null,
            Transport = flow.Transport,
            SslStartTime = facts.Number("ssl_start_time"),
            SslEndTime = facts.Number("ssl_end_time"),
            SslValidityWindow = facts.Number("ssl_validity_window"),
            SslIsValid = IsValid(flow.Start, facts.Number("ssl_start_time"), facts.Number("ssl_end_time")),
            SslHash = facts.Text("ssl_hash"),
            SslIssuer = facts.Text("ssl_issuer"),
            SslIssuerCommonName = facts.Text("ssl_issuer_common_name"),
            SslIssuerEmail = facts.Text("ssl_issuer_email"),
            SslIssuerEmailDomain = facts.Text("ssl_issuer_email_domain"),
            SslIssuerLocality = facts.Text("ssl_issuer_locality"),
            SslIssuerOrganization = facts.Text("ssl_issuer_organization"),
            SslIssuerState = facts.Text("ssl_issuer_state"),
            SslIssuerStreet = facts.Text("ssl_issuer_street"),
            SslIssuerUnit = facts.Text("ssl_issuer_unit"),
            SslName = facts.Text("sni"),
            SslPolicies = facts["ssl_policies"],
            SslPublickeyAlgorithm = facts.Text("ssl_publickey_algorithm"),
            SslSerial = facts.Text("ssl_serial"),
            SslSessionId = facts.Text("ssl_session_id"),
            SslSignatureAlgorithm = facts.Text("ssl_signature_algorithm"),
            SslSubject = facts.Text("ssl_subject"),
            SslSubjectCommonName = facts.Text("ssl_subject_common_name"),
            SslSubjectEmail = facts.Text("ssl_subject_email"),
            SslSubjectEmailDomain = facts.Text("ssl_subject_email_domain"),
            SslSubjectLocality = facts.Text("ssl_subject_locality"),
            SslSubjectOrganization = facts.Text("ssl_subject_organization"),
            SslSubjectState = facts.Text("ssl_subject_state"),
            SslSubjectStreet = facts.Text("ssl_subject_street"),
            SslSubjectUnit = facts.Text("ssl_subject_unit"),
            SslVersion = facts.Text("tls_version"),
        };
    }

    private static string IsValid(Timestamp time, long? from, long? until) =>
        from is { } first && until is { } last ? (time.Seconds >= first && time.Seconds <= last ? "true" : "false") : "unknown";
}
