using DetectionKit.Testing.Variants.Packets;

namespace DetectionKit.Testing.Variants.Tunnels;

/// <summary>In VXLAN (RFC 7348), on a port that is not its own.</summary>
internal sealed class VxlanTunnel : Wrapping
{
    public override string Name => "vxlan";

    private protected override byte[] Wrap(ReadOnlySpan<byte> packet) =>
        Plain(IpHeader.OuterUdp(31_337, [8, 0, 0, 0, 0, 1, 2, 0, .. Plain(packet)]));
}
