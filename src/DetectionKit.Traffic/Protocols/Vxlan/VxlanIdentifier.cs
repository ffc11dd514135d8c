using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Vxlan;

/// <summary>
/// VXLAN (RFC 7348 section 5; with a group policy, draft-smith-vxlan-group-policy): the flags word, a network identifier, a reserved zero, and an Ethernet frame.
/// </summary>
internal sealed class VxlanIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "vxlan";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Bytes(8, 0, 0, 0), new(ByteSet.Of(0x0C), ByteSet.Of(0), ByteSet.Of(0), ByteSet.Range(1, 3)), new(ByteSet.Of(0x88), ByteSet.Of(0, 0x08, 0x40, 0x48))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes[0] == 0x0C)
            return Generic(bytes, said.WireLength - 8);
        if (bytes.Length < 8 + 14 || (bytes[0] == 8 && (bytes[1] | bytes[2] | bytes[3]) != 0) || bytes[7] != 0)
            return Claim.No;
        return InnerFrame.IsKnown(bytes[8..]) ? Claim.Yes(bytes[0] == 8 ? 54 : 40, Role.Peer, "header and Ethernet frame") : Claim.No;
    }

    /// <summary>The generic extension (draft-ietf-nvo3-vxlan-gpe section 3.1): the flag P, and what follows in the last byte of the first word.</summary>
    private static Claim Generic(ReadOnlySpan<byte> bytes, int innerLength)
    {
        if (bytes.Length < 8 + 20 || bytes[7] != 0)
            return Claim.No;
        var inner = bytes[8..];
        var fits = bytes[3] switch
        {
            1 => inner[0] >> 4 == 4 && (inner[2] << 8 | inner[3]) == innerLength,
            2 => inner[0] >> 4 == 6 && (inner[4] << 8 | inner[5]) == innerLength - 40,
            _ => InnerFrame.IsKnown(inner),
        };
        return fits ? Claim.Yes(50, Role.Peer, "generic header and what it names") : Claim.No;
    }
}
