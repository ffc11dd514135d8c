using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Rtcp;

/// <summary>
/// RTCP (RFC 3550 section 6): reports first, each packet with a length in words, together as long as the datagram.
/// </summary>
internal sealed class RtcpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "rtcp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Range(0x80, 0xBF), ByteSet.Range(200, 207))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (said.WireLength % 4 != 0)
            return Claim.No;
        var packets = 0;
        var at = 0;
        while (at + 4 <= bytes.Length)
        {
            var type = bytes[at + 1];
            var length = 4 + (4 * (bytes[at + 2] << 8 | bytes[at + 3]));
            // Encrypted RTCP has an index and a tag behind the first packet.
            if (bytes[at] >> 6 != 2 || type is < 200 or > 207)
                break;
            if (at + length > said.WireLength || (packets == 0 && length < 8))
                return Claim.No;
            packets++;
            at += length;
        }

        if (at == said.WireLength || (at > bytes.Length && packets > 0))
            return Claim.Yes(20 + (12 * packets), Role.Peer, "reports");
        return packets > 0 && said.WireLength - at is >= 14 and <= 60 ? Claim.Yes(18, Role.Peer, "report and tag") : Claim.No;
    }
}
