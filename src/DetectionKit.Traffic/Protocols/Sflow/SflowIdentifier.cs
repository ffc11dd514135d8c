using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Sflow;

/// <summary>
/// sFlow (sFlow.org, version 5, section "sFlow Datagram Format"; RFC 3176 for versions 2 and 4): version, agent's address, counts, samples.
/// </summary>
internal sealed class SflowIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "sflow";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(0), ByteSet.Of(0), ByteSet.Of(0), ByteSet.Of(2, 4, 5))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var version = reader.U32();
        var family = reader.U32();
        if (version is not (2 or 4 or 5) || family is not (1 or 2))
            return Claim.No;
        var agent = reader.Take(family == 1 ? 4 : 16);
        if (reader.Short || ((family == 1 || version != 5) && ((agent[0] == 0 && agent.ContainsAnyExcept((byte)0)) || agent[0] is >= 224 and < 252))) // an agent may not know its address
            return Claim.No;
        reader.Skip(version == 5 ? 12 : 8);
        var samples = reader.U32();
        if (reader.Short || samples is 0 or > 256)
            return Claim.No;
        if (version != 5)
            return reader.U32() is 1 or 2 ? Claim.Yes(70, Role.Client, "datagram of version 2 or 4") : Claim.No;
        reader.U32();
        var size = reader.U32();
        return !reader.Short && size % 4 == 0 && size <= (uint)said.WireLength ? Claim.Yes(70, Role.Client, "datagram of version 5") : Claim.No;
    }
}
