using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Radius;

/// <summary>
/// RADIUS (RFC 2865 sections 3 and 5, RFC 2866, RFC 5176): a code, a length that is the datagram's, and attributes that fill it.
/// </summary>
internal sealed class RadiusIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "radius";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(1, 2, 3, 4, 5, 11, 12, 13, 40, 41, 42, 43, 44, 45))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 20 || (bytes[2] << 8 | bytes[3]) != said.WireLength || said.WireLength > 4096)
            return Claim.No;
        var reader = new ByteReader(bytes[20..]);
        var attributes = 0;
        while (reader.Left > 0)
        {
            var type = reader.U8();
            var length = reader.U8();
            if (reader.Short || type == 0 || length < 2)
                return Claim.No;
            if (length - 2 > reader.Left)
                return bytes.Length < said.WireLength && attributes > 1 ? Claim.Yes(20 + (5 * attributes), Role.Peer, "attributes, cut") : Claim.No;
            reader.Skip(length - 2);
            attributes++;
        }

        var response = bytes[0] is 2 or 3 or 5 or 11 or 41 or 42 or 44 or 45;
        var answers = response && said.Peer.Length >= 20 && said.Peer[1] == bytes[1];
        return Claim.Yes(20 + Math.Min(5 * attributes, 30) + (answers ? 8 : 0), response ? Role.Server : Role.Client, "attributes");
    }
}
