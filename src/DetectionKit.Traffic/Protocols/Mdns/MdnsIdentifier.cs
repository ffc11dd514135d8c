using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Dns;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Mdns;

/// <summary>Multicast DNS (RFC 6762): a DNS message to its group, or an answer with a cache-flush bit.</summary>
internal sealed class MdnsIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "mdns";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [DnsWalk.Prefix];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        if (!DnsGroups.IsMulticastDns(said, default) && (said.Bytes.Length < DnsWalk.HeaderLength || said.Bytes[2] < 0x80))
            return Claim.No;
        var shape = DnsWalk.Walk(said.Bytes, said.WireLength);
        return shape.Fits && DnsGroups.IsMulticastDns(said, shape)
            ? Claim.Yes(Math.Min(shape.Bits, 120), Role.Peer, shape.IsResponse ? "response" : "query")
            : Claim.No;
    }
}
