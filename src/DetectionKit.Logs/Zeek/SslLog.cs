using System.Collections.Immutable;
using DetectionKit.Abstractions.Models.Certificates;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;

namespace DetectionKit.Logs.Zeek;

/// <summary>ssl.log: one record a handshake (Zeek manual, "ssl.log").</summary>
internal sealed class SslLog() : ZeekLog("ssl", "cipher", "server_name", "established", "validation_status")
{
    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models { get; } =
    [
        new ModelMap<Certificate>(
            Certificate.Model,
            [
                FieldMap.Of("dest", "dest_ip"),
                FieldMap.Of("dest_port", "dest_port"),
                FieldMap.Of("src", "src_ip"),
                FieldMap.Of("src_port", "src_port"),
                FieldMap.Of("ssl_hash", Ends.First, "cert_chain_fps", "cert_chain_fps{}"),
                FieldMap.Of("ssl_is_valid", value => Value.Of(value.ToText() is "ok" ? "true" : "false"), "validation_status"),
                .. NameText.Parts("ssl_issuer", "issuer"),
                FieldMap.Of("ssl_name", "server_name"),
                .. NameText.Parts("ssl_subject", "subject"),
                FieldMap.Of("ssl_version", value => Value.Of(Version(value.ToText())), "version"),
                FieldMap.Constant("transport", "tcp"),
            ]),
    ];

    // TLSv12 is TLSv1.2.
    private static string Version(string version) =>
        version is ['T', 'L', 'S', 'v', '1', >= '0' and <= '9'] ? $"TLSv1.{version[^1]}" : version is "TLSv10" ? "TLSv1.0" : version;
}
