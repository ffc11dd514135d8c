using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.WsDiscovery;

/// <summary>WS-Discovery (OASIS WS-Discovery 1.1, the 2005 draft before it): SOAP in a datagram, with an action of the discovery namespace.</summary>
internal sealed class WsDiscoveryIdentifier : Identifier
{
    private const int Enough = 1400;

    /// <inheritdoc/>
    public override string App => "ws-discovery";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("<?xm"), Prefix.Text("<soa"), Prefix.Text("<s:E"), Prefix.Text("<SOA"), Prefix.Text("<s12"), Prefix.Text("<Env"), Prefix.Text("<env")];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var text = said.Bytes[..Math.Min(said.Bytes.Length, Enough)];
        var discovery = text.IndexOf("schemas.xmlsoap.org/ws/2005/04/discovery"u8) >= 0 || text.IndexOf("docs.oasis-open.org/ws-dd/ns/discovery"u8) >= 0;
        if (!discovery || text.IndexOf("Envelope"u8) < 0)
            return Claim.No;
        var role = Ascii.Has(text, "discovery/ProbeMatches"u8) || Ascii.Has(text, "discovery/ResolveMatches"u8) ? Role.Server : Ascii.Has(text, "discovery/Probe"u8) || Ascii.Has(text, "discovery/Resolve"u8) ? Role.Client : Role.Peer;
        return Claim.Yes(80, role, "SOAP envelope of discovery");
    }
}
