using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Dns;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.NetBiosNs;

/// <summary>NetBIOS name service (RFC 1002 section 4.2): DNS's message with encoded names and the types NB and NBSTAT.</summary>
internal sealed class NetBiosNsIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "netbios-ns";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [DnsWalk.Prefix];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        if (said.Bytes.Length <= DnsWalk.HeaderLength || said.Bytes[DnsWalk.HeaderLength] != 32)
            return Claim.No;
        var shape = DnsWalk.Walk(said.Bytes, said.WireLength);
        return shape.Fits && DnsGroups.IsNetBios(said.Bytes, shape)
            ? Claim.Yes(Math.Min(shape.Bits + 60, 120), shape.IsResponse ? Role.Server : Role.Client, shape.IsResponse ? "response" : "query")
            : Claim.No;
    }
}
