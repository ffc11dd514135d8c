using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Ssdp;

/// <summary>SSDP (UPnP Device Architecture 2.0 section 1): HTTP's messages in datagrams, M-SEARCH, NOTIFY and the answer to a search.</summary>
internal sealed class SsdpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "ssdp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("M-SE"), Prefix.Text("NOTI"), Prefix.Text("HTTP")];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.StartsWith("M-SEARCH * HTTP/1."u8))
            return Claim.Yes(100, Role.Client, "search");
        if (bytes.StartsWith("NOTIFY * HTTP/1."u8))
            return Claim.Yes(90, Role.Server, "announcement");
        return bytes.StartsWith("HTTP/1."u8) && bytes.Length > 12 && Ascii.IsDigit(bytes[9]) ? Claim.Yes(52, Role.Server, "answer to a search") : Claim.No;
    }
}
