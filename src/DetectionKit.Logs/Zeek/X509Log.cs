using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.Certificates;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Zeek;

/// <summary>x509.log: one record a certificate (Zeek manual, "x509.log"). Who sent it to whom stands in ssl.log.</summary>
internal sealed class X509Log() : ZeekLog("x509", "certificate.serial", "certificate.subject", "certificate.issuer")
{
    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<Certificate>(
            Certificate.Model,
            [
                FieldMap.Of("ssl_end_time", Epoch, "certificate.not_valid_after"),
                FieldMap.Of("ssl_hash", "fingerprint", "id"),
                .. NameText.Parts("ssl_issuer", "certificate.issuer"),
                FieldMap.Of("ssl_publickey_algorithm", "certificate.key_alg"),
                FieldMap.Of("ssl_serial", "certificate.serial"),
                FieldMap.Of("ssl_signature_algorithm", "certificate.sig_alg"),
                FieldMap.Of("ssl_start_time", Epoch, "certificate.not_valid_before"),
                .. NameText.Parts("ssl_subject", "certificate.subject"),
                new("ssl_validity_window", ["certificate.not_valid_before", "certificate.not_valid_after"], Window),
                FieldMap.Of("ssl_version", "certificate.version"),
            ]),
    ];

    private static Value Epoch(Value value) => TimeText.TryRead(value, out var time) ? Value.Of((long)time.Seconds) : default;

    private static Value Window(LogRecord record) =>
        TimeText.TryRead(record["certificate.not_valid_before"], out var from) && TimeText.TryRead(record["certificate.not_valid_after"], out var until)
            ? Value.Of((long)(until.Seconds - from.Seconds))
            : default;
}
