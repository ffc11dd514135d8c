using DetectionKit.Testing.Variants.Packets;

namespace DetectionKit.Testing.Variants.Tunnels;

/// <summary>In IPv6 (RFC 2473): IPv4 packets, and IPv6 packets too.</summary>
internal sealed class Ip4In6Tunnel : Wrapping
{
    private const byte Ipv4 = 4, Ipv6 = 41;

    public override string Name => "ip-in-6";

    private protected override byte[] Wrap(ReadOnlySpan<byte> packet)
    {
        var outer = new byte[40 + packet.Length];
        outer[0] = 0x60;
        outer[6] = packet[0] >> 4 == 6 ? Ipv6 : Ipv4;
        outer[7] = 64;
        ReadOnlySpan<byte> network = [0x20, 0x01, 0x0D, 0xB8];
        network.CopyTo(outer.AsSpan(8));
        network.CopyTo(outer.AsSpan(24));
        outer[23] = 1;
        outer[39] = 2;
        packet.CopyTo(outer.AsSpan(40));
        IpHeader.Fit(outer);
        return Plain(outer);
    }
}
