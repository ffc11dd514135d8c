using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Bfd;

/// <summary>
/// Bidirectional Forwarding Detection, version 1 (RFC 5880 section 4.1): the mandatory section, with a length that is the datagram's.
/// </summary>
internal sealed class BfdIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "bfd";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Range(0x20, 0x29))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 24 || bytes[3] != said.WireLength)
            return Claim.No;
        var authenticated = (bytes[1] & 0x04) != 0;
        var multipoint = (bytes[1] & 0x01) != 0;
        if (authenticated == (bytes[3] == 24) || multipoint || bytes[2] == 0)
            return Claim.No;
        var reader = new ByteReader(bytes[4..]);
        var mine = reader.U32();
        reader.U32();
        var send = reader.U32();
        var receive = reader.U32();
        var echo = reader.U32();
        // Intervals are microseconds: more than a minute is nobody's choice.
        if (mine == 0 || send is 0 or > 60_000_000 || receive > 60_000_000 || echo > 60_000_000)
            return Claim.No;
        return Claim.Yes(36, Role.Peer, "control packet");
    }
}
