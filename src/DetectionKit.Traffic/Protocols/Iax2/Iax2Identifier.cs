using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Iax2;

/// <summary>
/// IAX2's full frames (RFC 5456 sections 8.1.1 and 8.6): call numbers, sequence numbers, frame type 6, and information elements to the end.
/// </summary>
internal sealed class Iax2Identifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "iax2";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Range(0x80, 0xFF))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 12 || bytes[10] != 6 || bytes[11] is 0 or > 0x28)
            return Claim.No;
        var reader = new ByteReader(bytes[12..]);
        var elements = 0;
        while (reader.Left > 0)
        {
            var type = reader.U8();
            reader.Skip(reader.U8());
            if (reader.Short || type is 0 or > 0x38)
                return Claim.No;
            elements++;
        }

        var noFarEnd = (bytes[2] & 0x7F) == 0 && bytes[3] == 0; // the highest bit says that it is sent again
        var fresh = bytes[11] == 1 || (bytes[11] is 0x0D or 0x1E && noFarEnd); // NEW, REGREQ, POKE
        // A new call has no far end yet, and its sequence numbers are zero.
        if (fresh && (!noFarEnd || bytes[8] != 0 || bytes[9] != 0 || (elements == 0 && bytes[11] != 0x1E)))
            return Claim.No;
        var answers = said.Peer.Length >= 12 && (said.Peer[0] & 0x7F) == (bytes[2] & 0x7F) && said.Peer[1] == bytes[3] && bytes[3] != 0;
        return Claim.Yes(14 + (fresh ? 32 : 0) + Math.Min(elements * 5, 20) + (answers ? 16 : 0), fresh ? Role.Client : Role.Peer, "full frame");
    }
}
