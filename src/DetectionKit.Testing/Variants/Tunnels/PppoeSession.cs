using DetectionKit.Testing.Variants.Packets;

namespace DetectionKit.Testing.Variants.Tunnels;

/// <summary>In a PPPoE session (RFC 2516).</summary>
internal sealed class PppoeSession : Wrapping
{
    public override string Name => "pppoe";

    private protected override byte[] Wrap(ReadOnlySpan<byte> packet) =>
        LinkHeader.Wrap([0x11, 0, 0, 7, (byte)((packet.Length + 2) >> 8), (byte)(packet.Length + 2), 0, (byte)(packet[0] >> 4 == 6 ? 0x57 : 0x21)], 0x8864, packet);
}
