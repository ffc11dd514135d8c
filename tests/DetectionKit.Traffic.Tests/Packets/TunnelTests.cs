using DetectionKit.Traffic.Tests.Building;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Packets;

internal sealed class TunnelTests
{
    private static readonly byte[] Inner = Ip("10.9.9.1", "10.9.9.2", 17, Udp(1111, 2222, [0xEE]));
    private static readonly byte[] Inner6 = Ip("2001:0:1::1", "2001:db8::2", 17, Udp(1111, 2222, [0xEE]));

    private static IEnumerable<TestCaseData> Tunnels =>
    [
        new("ipip", Outer(4, Inner)),
        new("ipv6", Outer(41, Inner6)),
        new("gre", Outer(47, [0, 0, 8, 0, .. Inner])),
        new("gre", Outer(47, [0x20, 0, 0x65, 0x58, 0, 0, 0, 1, .. Ethernet(Inner)])),
        new("gre", Outer(47, [0x10, 0, 0x88, 0xBE, 0, 0, 0, 1, 0x10, 1, 0, 0, 0, 0, 0, 0, .. Ethernet(Inner)])),
        new("gre", Outer(47, [0x30, 1, 0x88, 0x0B, 0, 50, 0, 1, 0, 0, 0, 1, 0xFF, 3, 0, 0x21, .. Inner])),
        new("vxlan", InUdp([8, 0, 0, 0, 0, 0, 5, 0, .. Ethernet(Inner)])),
        new("vxlan", InUdp([0x88, 8, 0, 7, 0, 0, 5, 0, .. Ethernet(Inner)])),
        new("geneve", InUdp([0, 0, 0x65, 0x58, 0, 0, 5, 0, .. Ethernet(Inner)])),
        new("gtp", InUdp([0x30, 0xFF, 0, (byte)Inner.Length, 0, 0, 0, 1, .. Inner])),
        new("teredo", InUdp(Inner6)),
        new("ipip", Ip("2001:db8::a", "2001:db8::b", 4, Inner)),
        new("ipv6", Ip("2001:db8::a", "2001:db8::b", 41, Inner6)),
        new("gre", Outer(47, [0xB0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 1, .. Inner])),
        new("gre", Outer(47, [0x30, 0x81, 0x88, 0x0B, 0, 50, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0x21, .. Inner])),
        new("gre", Outer(47, [0, 0, 0x88, 0xBE, .. Ethernet(Inner)])),
        new("gre", Outer(47, [0x10, 0, 0x22, 0xEB, 0, 0, 0, 1, 0x20, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. Ethernet(Inner)])),
        new("gre", Outer(47, [0x10, 0, 0x22, 0xEB, 0, 0, 0, 1, 0x20, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, .. Ethernet(Inner)])),
        new("gre", Outer(47, [0, 0, 0x88, 0x47, 0, 1, 1, 64, .. Inner])),
        new("etherip", Outer(97, [0x30, 0, .. Ethernet(Inner)])),
        new("mpls", Outer(137, [0, 1, 1, 64, .. Inner])),
        new("l2tp", Outer(115, [0, 0, 0, 1, 9, 9, 9, 9, 0, 0, 0, 0, .. Ethernet(Inner)])),
        new("l2tp", InUdp([0, 2, 0, 1, 0, 1, 0xFF, 3, 0, 0x21, .. Inner])),
        new("l2tp", InUdp([0x48, 2, 0, (byte)(14 + Inner.Length), 0, 1, 0, 1, 0, 0, 0, 0, 0, 0x21, .. Inner])),
        new("l2tp", InUdp([2, 2, 0, 1, 0, 1, 0, 2, 0, 0, 0x21, .. Inner])),
        new("capwap", InUdp([0, 0x10, 2, 0, 0, 0, 0, 0, .. Ethernet(Inner)])),
        new("capwap", InUdp([0, 0x10, 3, 0, 0, 0, 0, 0, 8, 1, .. new byte[22], 0xAA, 0xAA, 3, 0, 0, 0, 8, 0, .. Inner])),
        new("capwap", InUdp([0, 0x20, 3, 0x20, 0, 0, 0, 0, 1, 4, 0, 0, 0, 0, 0, 0, 1, 8, .. new byte[22], 0xAA, 0xAA, 3, 0, 0, 0, 8, 0, .. Inner])),
        new("gtp", InUdp([0x34, 0xFF, 0, (byte)(Inner.Length + 8), 0, 0, 0, 1, 0, 0, 0, 0x85, 1, 0, 0, 0, .. Inner])),
        new("geneve", InUdp([1, 0, 0x08, 0, 0, 0, 5, 0, 1, 2, 3, 0, .. Inner])),
    ];

    [TestCaseSource(nameof(Tunnels))]
    public void Outer_and_inner_flow_are_both_reported(string app, byte[] packet)
    {
        var flows = new CaptureBuilder().AddIp(packet).Flows();
        Assert.That(flows, Has.Count.EqualTo(2));
        Assert.That((flows[0].App, flows[1].DestinationPort, flows[1].TunnelUid), Is.EqualTo((app, 2222, flows[0].Uid)));
    }

    [Test]
    public void Data_behind_a_long_set_up_is_still_opened()
    {
        byte[] control = [0xC8, 2, 0, 12, 0, 1, 0, 0, 0, 0, 0, 0];
        var capture = new CaptureBuilder();
        for (var i = 0; i < 8; i++)
            capture.AddIp(InUdp([.. control]));
        var flows = capture.AddIp(InUdp([0, 2, 0, 1, 0, 1, 0xFF, 3, 0, 0x21, .. Inner])).Flows();
        Assert.That(flows.Select(f => f.App), Is.EqualTo(["l2tp", null]));
    }

    [Test]
    public void Packets_behind_a_run_of_wireless_management_frames_are_still_found()
    {
        var capture = new CaptureBuilder();
        for (var i = 0; i < 30; i++)
            capture.AddIp(InUdp([0, 0x10, 3, 0, 0, 0, 0, 0, 0x40, 0, .. new byte[30]]));
        byte[] data = [0, 0x10, 3, 0, 0, 0, 0, 0, 8, 1, .. new byte[22], 0xAA, 0xAA, 3, 0, 0, 0, 8, 0, .. Inner];
        var flows = capture.AddIp(InUdp(data)).Flows();
        Assert.That(flows.Select(f => f.App), Is.EqualTo(["capwap", null]));
    }

    [Test]
    public void Authentication_headers_are_walked_and_encrypted_payload_is_opaque()
    {
        byte[] authentication = [17, 4, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, .. new byte[12]];
        var flows = new CaptureBuilder()
            .AddIp(Outer(51, [.. authentication, .. Udp(1111, 2222, [1])]))
            .AddIp(Outer(50, [0, 0, 0, 1, 0, 0, 0, 1, .. Inner]))
            .Flows();
        Assert.That(flows.Select(f => (f.Transport, f.App)), Is.EqualTo([("udp", null), ("esp", "esp")]));
    }

    [Test]
    public void An_inner_checksum_may_be_left_out_where_the_inner_length_is_right()
    {
        var offloaded = Inner.ToArray();
        offloaded[10] = offloaded[11] = 0;
        Assert.That(new CaptureBuilder().AddIp(InUdp([8, 0, 0, 0, 0, 0, 5, 0, .. Ethernet(offloaded)])).Flows(), Has.Count.EqualTo(2));
    }

    [Test]
    public void Something_like_vxlan_with_a_wrong_inner_checksum_and_length_is_no_tunnel()
    {
        var damaged = Inner.ToArray();
        damaged[3]--;
        Assert.That(new CaptureBuilder().AddIp(InUdp([8, 0, 0, 0, 0, 0, 5, 0, .. Ethernet(damaged)])).Flows(), Has.Count.EqualTo(1));
    }

    [Test]
    public void Tunnels_in_tunnels_end_at_a_depth()
    {
        var packet = Inner;
        for (var depth = 0; depth < 10; depth++)
            packet = Outer(4, packet);
        Assert.That(new CaptureBuilder().AddIp(packet).Flows().Select(f => f.Weirds), Has.Exactly(1).EqualTo("tunnel_depth"));
    }

    private static byte[] Outer(byte protocol, byte[] payload) => Ip("192.0.2.1", "192.0.2.2", protocol, payload);

    private static byte[] InUdp(byte[] payload) => Outer(17, Udp(50001, 50002, payload));
}
