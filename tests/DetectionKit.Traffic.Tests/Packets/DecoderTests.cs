using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Packets;
using FsCheck;
using FsCheck.Fluent;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Packets;

internal sealed class DecoderTests
{
    private static readonly byte[] Datagram = Ip("10.0.0.1", "192.0.2.1", 17, Udp(1111, 2222, [1, 2, 3]));

    private static IEnumerable<TestCaseData> Frames =>
    [
        new(LinkType.Ethernet, Ethernet(Datagram)) { TestName = "Ethernet" },
        new(LinkType.Ethernet, Ethernet(Vlan(5, Datagram), 0x8100)) { TestName = "VLAN" },
        new(LinkType.Ethernet, Ethernet(Vlan(5, Vlan(6, Datagram), 0x8100), 0x88A8)) { TestName = "QinQ" },
        new(LinkType.Ethernet, Ethernet([0, 1, 0, 64, 0, 2, 1, 64, .. Datagram], 0x8847)) { TestName = "MPLS, two labels" },
        new(LinkType.Ethernet, Ethernet([0, 1, 1, 64, 0, 0, 0, 0, .. Ethernet(Datagram)], 0x8847)) { TestName = "MPLS pseudowire" },
        new(LinkType.Ethernet, Ethernet([0x11, 0, 0, 1, 0, 35, 0, 0x21, .. Datagram], 0x8864)) { TestName = "PPPoE" },
        new(LinkType.Ethernet, Ethernet([0xAA, 0xAA, 3, 0, 0, 0, 8, 0, .. Datagram], 39)) { TestName = "LLC and SNAP" },
        new(LinkType.LinuxCooked, (byte[])[0, 0, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0, 8, 0, .. Datagram]) { TestName = "Linux cooked" },
        new(LinkType.LinuxCooked2, (byte[])[8, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0, .. Datagram]) { TestName = "Linux cooked 2" },
        new(LinkType.Raw, Datagram) { TestName = "raw" },
        new(LinkType.Null, (byte[])[2, 0, 0, 0, .. Datagram]) { TestName = "null" },
        new(LinkType.Loop, (byte[])[0, 0, 0, 2, .. Datagram]) { TestName = "loop" },
        new(LinkType.Ppp, (byte[])[0xFF, 3, 0, 0x21, .. Datagram]) { TestName = "PPP" },
        new(LinkType.Ppp, (byte[])[0x21, .. Datagram]) { TestName = "PPP, compressed" },
        new(LinkType.CiscoHdlc, (byte[])[0x0F, 0, 8, 0, .. Datagram]) { TestName = "Cisco HDLC" },
        new(LinkType.PppHdlc, (byte[])[0x0F, 0, 8, 0, .. Datagram]) { TestName = "serial line, Cisco HDLC" },
        new(LinkType.PppHdlc, (byte[])[0xFF, 3, 0, 0x21, .. Datagram]) { TestName = "serial line, PPP" },
        new(LinkType.PppEther, (byte[])[0x11, 0, 0, 1, 0, 35, 0, 0x21, .. Datagram]) { TestName = "PPPoE without Ethernet" },
        new(LinkType.PppPppd, (byte[])[1, 3, 0, 0x21, .. Datagram]) { TestName = "PPP of pppd" },
        new(LinkType.PppDirection, (byte[])[1, 0xFF, 3, 0, 0x21, .. Datagram]) { TestName = "PPP with direction" },
        new(LinkType.Ethernet, Ethernet([6, 6, 3, .. Datagram], 34)) { TestName = "LLC of IP" },
    ];

    [TestCaseSource(nameof(Frames))]
    public void Every_link_layer_leads_to_the_datagram(LinkType link, byte[] frame)
    {
        var packet = default(Packet);
        Assert.That(FrameDecoder.Decode(frame, link, ref packet), Is.EqualTo(DecodeOutcome.Ip));
        Assert.That((packet.SourcePort, packet.DestinationPort, packet.PayloadLength), Is.EqualTo(((ushort)1111, (ushort)2222, 3)));
    }

    [TestCase("1100000000000000", "hop-by-hop")]
    [TestCase("3C00000000000000" + "1100000000000000", "hop-by-hop, then destination options")]
    public void Extension_headers_are_walked(string headers, string what)
    {
        var bytes = Convert.FromHexString(headers);
        bytes[0] = headers.Length > 16 ? (byte)60 : (byte)17;
        var packet = default(Packet);
        var ip = Ip("2001:db8::1", "2001:db8::2", 0, [.. bytes, .. Udp(1111, 2222, [1])]);
        Assert.That(FrameDecoder.Decode(ip, LinkType.Raw, ref packet), Is.EqualTo(DecodeOutcome.Ip), what);
        Assert.That(packet.DestinationPort, Is.EqualTo(2222), what);
    }

    [Test]
    public void Padding_behind_the_packet_is_no_payload()
    {
        var packet = default(Packet);
        byte[] padded = [.. Ethernet(Datagram), 0, 0, 0, 0, 0, 0];
        FrameDecoder.Decode(padded, LinkType.Ethernet, ref packet);
        Assert.That(packet.Payload.Length, Is.EqualTo(3));
    }

    [Test]
    public void No_bytes_make_a_decoder_throw() =>
        Check.QuickThrowOnFailure(Prop.ForAll<byte[], int>((bytes, link) =>
        {
            var packet = default(Packet);
            FrameDecoder.Decode(bytes, (LinkType)(Math.Abs(link % 300)), ref packet);
            packet = default;
            byte[] headed = [.. Datagram[..9], .. bytes];
            FrameDecoder.Decode(headed, LinkType.Raw, ref packet);
            return true;
        }));
}
