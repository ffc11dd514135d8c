using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Teredo;

/// <summary>
/// Teredo (RFC 4380 sections 5.1.1 and 2.6): an IPv6 packet of the datagram's length, one end of which has the prefix 2001:0::/32 or is link-local,
/// behind optional authentication and origin headers.
/// </summary>
internal sealed class TeredoIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "teredo";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Range(0x60, 0x6F)), new(ByteSet.Of(0), ByteSet.Of(0, 1))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        var at = 0;
        if (bytes.Length > 4 && bytes[0] == 0 && bytes[1] == 1)
            at += 13 + bytes[2] + bytes[3];
        if (at + 8 < bytes.Length && bytes[at] == 0 && bytes[at + 1] == 0)
            at += 8;
        if (at + 40 > bytes.Length || bytes[at] >> 4 != 6)
            return Claim.No;
        var payload = bytes[at + 4] << 8 | bytes[at + 5];
        var source = bytes.Slice(at + 8, 16);
        var destination = bytes.Slice(at + 24, 16);
        if (payload != said.WireLength - at - 40 || !(IsTeredo(source) || IsTeredo(destination)))
            return Claim.No;
        return Claim.Yes(52, Role.Peer, "IPv6 packet");
    }

    private static bool IsTeredo(ReadOnlySpan<byte> address) =>
        (address[0] == 0x20 && address[1] == 1 && address[2] == 0 && address[3] == 0) || (address[0] == 0xFE && address[1] == 0x80 && address[2] == 0);
}
