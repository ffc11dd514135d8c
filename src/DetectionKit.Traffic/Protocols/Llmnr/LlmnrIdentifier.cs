using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Dns;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Llmnr;

/// <summary>Link-local multicast name resolution (RFC 4795 section 2): a DNS message to its group, and the unicast answer.</summary>
internal sealed class LlmnrIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "llmnr";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Any];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var shape = DnsWalk.Walk(said.Bytes, said.WireLength);
        return shape.Fits && DnsGroups.IsLlmnr(said)
            ? Claim.Yes(Math.Min(shape.Bits, 120), shape.IsResponse ? Role.Server : Role.Client, shape.IsResponse ? "response" : "query")
            : Claim.No;
    }
}
