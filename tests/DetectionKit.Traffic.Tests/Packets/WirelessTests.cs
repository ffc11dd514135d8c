using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Tests.Building;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Packets;

internal sealed class WirelessTests
{
    private static readonly byte[] Inside = [0xAA, 0xAA, 3, 0, 0, 0, 8, 0, .. Ip("10.0.0.1", "192.0.2.1", 17, Udp(1111, 2222, [1, 2, 3]))];
    private static readonly byte[] Station = [2, 0, 0, 0, 0, 0x51];
    private static readonly byte[] Target = [2, 0, 0, 0, 0, 0xDA];
    private static readonly byte[] Cell = [2, 0, 0, 0, 0, 0xB5];
    private static readonly byte[] Radio = [2, 0, 0, 0, 0, 0x2A];

    private static IEnumerable<TestCaseData> Frames =>
    [
        new("peer to peer", LinkType.Wireless, Frame(0x08, 0, [Target, Station, Cell], null, [], Inside)),
        new("to the access point", LinkType.Wireless, Frame(0x08, 1, [Cell, Station, Target], null, [], Inside)),
        new("from the access point", LinkType.Wireless, Frame(0x08, 2, [Target, Cell, Station], null, [], Inside)),
        new("between access points", LinkType.Wireless, Frame(0x08, 3, [Radio, Cell, Target], Station, [], Inside)),
        new("QoS", LinkType.Wireless, Frame(0x88, 1, [Cell, Station, Target], null, [0, 0], Inside)),
        new("QoS between access points", LinkType.Wireless, Frame(0x88, 3, [Radio, Cell, Target], Station, [0, 0], Inside)),
        new("QoS with HT control", LinkType.Wireless, Frame(0x88, 0x81, [Cell, Station, Target], null, [0, 0, 9, 9, 9, 9], Inside)),
        new("radiotap", LinkType.Radiotap, (byte[])[0, 0, 8, 0, 0, 0, 0, 0, .. Frame(0x08, 1, [Cell, Station, Target], null, [], Inside)]),
        new("radiotap, padded header", LinkType.Radiotap, (byte[])[0, 0, 25, 0, 3, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0x20, .. Frame(0x88, 1, [Cell, Station, Target], null, [0, 0, 0, 0], Inside)]),
        new("PPI", LinkType.Ppi, (byte[])[0, 0, 8, 0, 105, 0, 0, 0, .. Frame(0x08, 1, [Cell, Station, Target], null, [], Inside)]),
    ];

    [TestCaseSource(nameof(Frames))]
    public void Data_frames_lead_to_the_datagram_and_its_stations(string what, LinkType link, byte[] frame)
    {
        var packet = default(Packet);
        Assert.That(FrameDecoder.Decode(frame, link, ref packet), Is.EqualTo(DecodeOutcome.Ip), what);
        Assert.That((packet.DestinationPort, packet.PayloadLength, packet.SourceMac, packet.DestinationMac),
            Is.EqualTo(((ushort)2222, 3, 0x020000000051UL, 0x0200000000DAUL)), what);
    }

    [Test]
    public void Every_subframe_of_an_aggregate_is_a_packet()
    {
        byte[] other = [0xAA, 0xAA, 3, 0, 0, 0, 8, 0, .. Ip("10.0.0.1", "192.0.2.1", 17, Udp(59999, 3333, [1]))];
        byte[] body = [.. Subframe(Inside), .. Subframe(other)];
        var frame = Frame(0x88, 1, [Cell, Station, Target], null, [0x80, 0], body);
        var flows = FlowRow.Run(new CaptureBuilder().Add(frame).Pcap(link: LinkType.Wireless));
        Assert.That(flows.Select(f => f.DestinationPort), Is.EqualTo([2222, 3333]));
    }

    [Test]
    public void Encrypted_frames_are_counted_and_not_looked_into()
    {
        var frame = Frame(0x08, 0x41, [Cell, Station, Target], null, [], Inside);
        var flows = FlowRow.Run(new CaptureBuilder().Add(frame).Pcap(link: LinkType.Wireless), out var summary);
        Assert.That((flows.Count, summary.Counters.Protected), Is.EqualTo((0, 1L)));
    }

    [TestCase(0x80, 0, TestName = "a beacon")]
    [TestCase(0x48, 1, TestName = "no data")]
    [TestCase(0xC8, 1, TestName = "QoS without data")]
    [TestCase(0xB4, 0, TestName = "a request to send")]
    public void Other_frames_carry_no_packet(byte kind, byte flags)
    {
        var packet = default(Packet);
        Assert.That(FrameDecoder.Decode(Frame(kind, flags, [Cell, Station, Target], null, [0, 0], Inside), LinkType.Wireless, ref packet), Is.EqualTo(DecodeOutcome.NotIp));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void A_netfilter_log_is_read_in_either_byte_order(bool bigEndian)
    {
        var ip = Inside[8..];
        byte[] frame = [2, 0, 0, 1, .. Attribute(8, [0, 6, 0, 0, .. Station, 0, 0]), .. Attribute(10, [65, 0]), .. Attribute(9, ip)];
        var packet = default(Packet);
        Assert.That(FrameDecoder.Decode(frame, LinkType.Nflog, ref packet), Is.EqualTo(DecodeOutcome.Ip));
        Assert.That((packet.DestinationPort, packet.SourceMac), Is.EqualTo(((ushort)2222, 0x020000000051UL)));

        byte[] Attribute(byte type, byte[] value) =>
            [.. Half(value.Length + 4), .. Half(type), .. value, .. new byte[-value.Length & 3]];

        byte[] Half(int value) => bigEndian ? [(byte)(value >> 8), (byte)value] : [(byte)value, (byte)(value >> 8)];
    }

    private static byte[] Frame(byte kind, byte flags, byte[][] addresses, byte[]? fourth, byte[] qos, byte[] body) =>
        [kind, flags, 0, 0, .. addresses.SelectMany(a => a), 0x10, 0, .. fourth ?? [], .. qos, .. body];

    private static byte[] Subframe(byte[] body) =>
        [.. Target, .. Station, (byte)(body.Length >> 8), (byte)body.Length, .. body, .. new byte[-(14 + body.Length) & 3]];
}
