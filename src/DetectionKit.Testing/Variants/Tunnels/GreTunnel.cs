using DetectionKit.Testing.Variants.Packets;

namespace DetectionKit.Testing.Variants.Tunnels;

/// <summary>In GRE (RFC 2784).</summary>
internal sealed class GreTunnel : Wrapping
{
    public override string Name => "gre";

    private protected override byte[] Wrap(ReadOnlySpan<byte> packet) =>
        Plain(IpHeader.Outer4(47, [0, 0, (byte)(LinkHeader.TypeOf(packet) >> 8), (byte)LinkHeader.TypeOf(packet), .. packet]));
}
