using DetectionKit.Testing.Variants.Packets;

namespace DetectionKit.Testing.Variants.Tunnels;

/// <summary>In GENEVE (RFC 8926), on a port that is not its own.</summary>
internal sealed class GeneveTunnel : Wrapping
{
    public override string Name => "geneve";

    private protected override byte[] Wrap(ReadOnlySpan<byte> packet) =>
        Plain(IpHeader.OuterUdp(31_338, [0, 0, 0x65, 0x58, 0, 1, 2, 0, .. Plain(packet)]));
}
