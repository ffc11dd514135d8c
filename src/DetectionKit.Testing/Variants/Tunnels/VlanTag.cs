using DetectionKit.Testing.Variants.Packets;

namespace DetectionKit.Testing.Variants.Tunnels;

/// <summary>Behind a VLAN tag (IEEE 802.1Q).</summary>
internal sealed class VlanTag : Wrapping
{
    public override string Name => "vlan";

    private protected override byte[] Wrap(ReadOnlySpan<byte> packet) =>
        LinkHeader.Wrap([0, 42, (byte)(LinkHeader.TypeOf(packet) >> 8), (byte)LinkHeader.TypeOf(packet)], 0x8100, packet);
}
