using DetectionKit.Testing.Variants.Packets;

namespace DetectionKit.Testing.Variants.Tunnels;

/// <summary>Behind two VLAN tags (IEEE 802.1ad).</summary>
internal sealed class QinQTags : Wrapping
{
    public override string Name => "qinq";

    private protected override byte[] Wrap(ReadOnlySpan<byte> packet) =>
        LinkHeader.Wrap([0, 42, 0x81, 0, 0, 43, (byte)(LinkHeader.TypeOf(packet) >> 8), (byte)LinkHeader.TypeOf(packet)], 0x88A8, packet);
}
