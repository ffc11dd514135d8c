using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Vxlan;

/// <summary>
/// VXLAN (RFC 7348 section 5): the flags word, a network identifier, reserved zeros, and an Ethernet frame.
/// </summary>
internal sealed class VxlanIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "vxlan";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Bytes(8, 0, 0, 0)];

    /// <inheritdoc/>

    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 8 + 14 || bytes[..4].SequenceEqual<byte>([8, 0, 0, 0]) == false || bytes[7] != 0)
            return Claim.No;
        return InnerFrame.IsKnown(bytes[8..]) ? Claim.Yes(54, Role.Peer, "header and Ethernet frame") : Claim.No;
    }
}
