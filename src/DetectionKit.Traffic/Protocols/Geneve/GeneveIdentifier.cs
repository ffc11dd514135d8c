using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Geneve;

/// <summary>
/// GENEVE (RFC 8926 section 3.4): version 0, options of a stated length, the inner protocol, a network identifier.
/// </summary>
internal sealed class GeneveIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "geneve";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Range(0, 63), ByteSet.Of(0, 0x40, 0x80, 0xC0), ByteSet.Of(0x65, 0x08, 0x86), ByteSet.Of(0x58, 0x00, 0xDD))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 8)
            return Claim.No;
        var inner = 8 + ((bytes[0] & 0x3F) * 4);
        if (bytes[0] >> 6 != 0 || (bytes[1] & 0x3F) != 0 || bytes[7] != 0 || inner >= bytes.Length)
            return Claim.No;
        var fits = (bytes[2] << 8 | bytes[3]) switch
        {
            0x6558 => Vxlan.InnerFrame.IsKnown(bytes[inner..]),
            0x0800 => bytes[inner] >> 4 == 4 && inner + 4 <= bytes.Length && (bytes[inner + 2] << 8 | bytes[inner + 3]) == said.WireLength - inner,
            0x86DD => bytes[inner] >> 4 == 6 && inner + 6 <= bytes.Length && (bytes[inner + 4] << 8 | bytes[inner + 5]) == said.WireLength - inner - 40,
            _ => false,
        };
        return fits ? Claim.Yes(46, Role.Peer, "header and inner packet") : Claim.No;
    }
}
