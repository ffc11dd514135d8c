using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Replay;
using DetectionKit.Traffic.Tests.Building;

namespace DetectionKit.Traffic.Tests.Replay;

public sealed class FrameMapperTests
{
    private static readonly string[] Mappings = ["10.0.0.0/8=172.0.0.0", "203.0.113.7=198.51.100.9", "2001:db8::/32=2001:db9::", ":53=:5300"];

    [TestCase("10.1.2.3", "203.0.113.7", "172.1.2.3", "198.51.100.9")]
    [TestCase("192.0.2.1", "10.255.255.255", "192.0.2.1", "172.255.255.255")]
    [TestCase("2001:db8::1", "2001:dba::2", "2001:db9::1", "2001:dba::2")]
    public void Addresses_and_ports_are_exchanged_and_checksums_follow(string source, string destination, string newSource, string newDestination)
    {
        foreach (var (protocol, segment) in new (byte, byte[])[] { (6, PacketBuilder.Tcp(40000, 53, 1, 1, TcpFlags.Ack, "hello"u8.ToArray())), (17, PacketBuilder.Udp(53, 40000, "odd"u8.ToArray())) })
        {
            var frame = Whole(source, destination, protocol, segment);
            FrameMapper.Apply(frame, Map(Mappings));
            var packet = Decode(frame);
            Assert.That((Address(packet.SourceHigh, packet.SourceLow, packet.IpVersion), Address(packet.DestinationHigh, packet.DestinationLow, packet.IpVersion)), Is.EqualTo((newSource, newDestination)));
            Assert.That(packet.Oddities & PacketOddities.Checksum, Is.EqualTo(PacketOddities.None));
            Assert.That((packet.SourcePort, packet.DestinationPort), Is.EqualTo(protocol == 6 ? (40000, 5300) : (5300, 40000)));
        }
    }

    [Test]
    public void Behind_a_VLAN_tag_too()
    {
        var inner = Whole("10.1.2.3", "192.0.2.1", 6, PacketBuilder.Tcp(1, 53, 1, 1, TcpFlags.Ack))[14..];
        var frame = PacketBuilder.Ethernet(PacketBuilder.Vlan(7, inner), 0x8100);
        FrameMapper.Apply(frame, Map(Mappings));
        Assert.That(Decode(frame).DestinationPort, Is.EqualTo(5300));
    }

    [Test]
    public void A_later_fragment_keeps_its_bytes()
    {
        var frame = PacketBuilder.Ethernet(PacketBuilder.Ip4("192.0.2.1", "192.0.2.2", 17, [0, 53, 0, 53, 1, 2, 3, 4], offset: 8));
        var before = (byte[])frame.Clone();
        FrameMapper.Apply(frame, Map(Mappings));
        Assert.That(frame, Is.EqualTo(before));
    }

    [Test]
    public void A_map_there_and_back_leaves_every_frame_as_it_was()
    {
        var (there, back) = (Map("10.0.0.0/8=172.0.0.0", ":53=:5300"), Map("172.0.0.0/8=10.0.0.0", ":5300=:53"));
        var random = new Random(3);
        for (var i = 0; i < 3000; i++)
        {
            var frame = Whole("10.1.2.3", $"10.9.8.{i % 250}", (byte)(i % 2 == 0 ? 6 : 17), i % 2 == 0 ? PacketBuilder.Tcp(53, i, 1, 1, TcpFlags.Ack) : PacketBuilder.Udp(i, 53, new byte[i % 50]));
            if (i % 3 == 0)
                frame = frame[..random.Next(frame.Length)];
            var before = (byte[])frame.Clone();
            FrameMapper.Apply(frame, there);
            FrameMapper.Apply(frame, back);
            Assert.That(frame, Is.EqualTo(before));
        }
    }

    [TestCase("10.0.0.1")]
    [TestCase("10.0.0.1=::1")]
    [TestCase("10.0.0.0/33=11.0.0.0")]
    [TestCase(":0x35=:53")]
    [TestCase(":70000=:53")]
    [TestCase("a=b=c")]
    public void What_is_no_mapping_is_said(string mapping)
    {
        ReplayMap.Read([mapping], out var problem);
        Assert.That(problem, Does.Contain(mapping));
    }

    private static ReplayMap Map(params string[] mappings)
    {
        var map = ReplayMap.Read(mappings, out var problem);
        Assert.That(problem, Is.Null);
        return map;
    }

    // A frame whose checksums hold: as if the sender's adapter had computed them.
    private static byte[] Whole(string source, string destination, byte protocol, byte[] segment)
    {
        var frame = PacketBuilder.Ethernet(PacketBuilder.Ip(source, destination, protocol, segment), source.Contains(':', StringComparison.Ordinal) ? (ushort)0x86DD : (ushort)0x0800);
        var (header, at) = source.Contains(':', StringComparison.Ordinal) ? (40, 14 + 40) : (20, 14 + 20);
        var checksum = at + (protocol == 6 ? 16 : 6);
        frame[checksum] = frame[checksum + 1] = 0;
        var addresses = frame[(at - (header == 40 ? 32 : 8))..at];
        var sum = (uint)(protocol + frame.Length - at);
        foreach (var bytes in new[] { addresses, frame[at..] })
        {
            for (var i = 0; i < bytes.Length; i += 2)
                sum += (uint)((bytes[i] << 8) | (i + 1 < bytes.Length ? bytes[i + 1] : 0));
        }

        while (sum > 0xFFFF)
            sum = (sum & 0xFFFF) + (sum >> 16);
        (frame[checksum], frame[checksum + 1]) = ((byte)(~sum >> 8), (byte)~sum);
        return frame;
    }

    private static Packet Decode(byte[] frame)
    {
        var packet = new Packet { Verify = true };
        Assert.That(FrameDecoder.Decode(frame, LinkType.Ethernet, ref packet), Is.EqualTo(DecodeOutcome.Ip));
        return packet;
    }

    private static string Address(ulong high, ulong low, byte version)
    {
        var bytes = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), low);
        return new System.Net.IPAddress(version == 4 ? bytes[12..] : bytes).ToString();
    }
}
