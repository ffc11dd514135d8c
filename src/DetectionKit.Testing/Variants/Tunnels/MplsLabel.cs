using DetectionKit.Testing.Variants.Packets;

namespace DetectionKit.Testing.Variants.Tunnels;

/// <summary>Behind an MPLS label, the bottom of its stack (RFC 3032).</summary>
internal sealed class MplsLabel : Wrapping
{
    public override string Name => "mpls";

    private protected override byte[] Wrap(ReadOnlySpan<byte> packet) =>
        LinkHeader.Wrap([0, 1, 1, 64], 0x8847, packet);
}
