using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Flows;
using DetectionKit.Traffic.Packets;
using FsCheck;
using FsCheck.Fluent;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Flows;

/// <summary>The short way to a packet's headers is held against the long one.</summary>
public sealed class PlainPacketTests
{
    private static readonly byte[][] Frames =
    [
        Ethernet(Ip4("10.0.0.1", "10.0.0.2", 6, Tcp(1234, 80, 7, 9, TcpFlags.Ack, [1, 2, 3]))),
        Ethernet(Ip4("10.0.0.2", "10.0.0.1", 6, Tcp(80, 1234, 9, 10, TcpFlags.Syn | TcpFlags.Ack))),
        Ethernet(Ip4("10.0.0.1", "10.0.0.1", 17, Udp(53, 53, new byte[40]))),
        Ethernet(Ip4("10.0.0.9", "10.0.0.1", 17, Udp(53, 4000, new byte[20]), id: 3, offset: 8, more: true)),
        Ethernet(Ip6("fe80::1", "fe80::2", 17, Udp(53, 4000, new byte[20]))),
        Ethernet(Ip6("fe80::1", "fe80::2", 17, Udp(53, 4000, new byte[20])), 0x86DD),
        Ethernet(Ip6("2001:db8::2", "2001:db8::1", 6, Tcp(80, 1234, 9, 10, TcpFlags.Ack, [1, 2, 3])), 0x86DD),
        Ethernet(Ip6("2001:db8::2", "2001:db8::2", 6, Tcp(80, 22, 9, 10, TcpFlags.Syn)), 0x86DD),
        Ethernet(Vlan(42, Ip4("10.0.0.1", "10.0.0.2", 6, Tcp(1234, 80, 7, 9, TcpFlags.Ack, [1, 2, 3]))), 0x8100),
        Ethernet(Vlan(42, Ip6("fe80::1", "fe80::2", 17, Udp(53, 4000, new byte[20])), 0x86DD), 0x8100),
        Ethernet(Vlan(7, Vlan(42, Ip4("10.0.0.1", "10.0.0.2", 17, Udp(53, 4000, new byte[20]))), 0x8100), 0x8100),
    ];

    [Test]
    public void A_plain_packet_is_read_as_the_decoder_reads_it()
    {
        var read = 0;
        foreach (var frame in Frames)
            read += Agrees(frame) ? 1 : 0;
        Assert.That(read, Is.EqualTo(8));
    }

    [Test]
    public void Changed_bytes_and_cut_frames_are_read_alike_or_left_to_the_decoder()
    {
        var changes = Gen.Choose(0, Frames.Length - 1).SelectMany(frame => Gen.Choose(12, 84)
            .SelectMany(at => Gen.Choose(0, 255).SelectMany(value => Gen.Choose(0, 110).Select(length => (frame, at, value, length)))));
        Prop.ForAll(changes.ToArbitrary(), change =>
        {
            var bytes = Frames[change.frame].ToArray();
            if (change.at < bytes.Length)
                bytes[change.at] = (byte)change.value;
            Agrees(bytes);
            Agrees(bytes[..Math.Min(bytes.Length, change.length)]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(6000));
    }

    /// <summary>Asserts that what the short way read is what the long one reads; says whether it read.</summary>
    private static bool Agrees(byte[] frame)
    {
        var captured = new CapturedPacket { Data = frame, Time = 5, WireLength = frame.Length, LinkType = LinkType.Ethernet };
        var plain = default(PlainPacket);
        var shortKey = default(FlowKey);
        var shortSide = 0;
        if (!plain.TryRead(in captured, ref shortKey, ref shortSide))
            return false;
        var packet = default(Packet);
        packet.Time = captured.Time;
        Assert.That(FrameDecoder.Decode(frame, LinkType.Ethernet, ref packet), Is.EqualTo(DecodeOutcome.Ip));
        var longKey = FlowKey.Of(in packet, out var longSide);
        Assert.That(shortKey.Is(in longKey), Is.True);
        Assert.That(
            (shortSide, plain.IpLength, plain.PayloadLength, plain.HasPayload, plain.Sequence, plain.Flags, plain.Window, packet.IsFragment, packet.Oddities),
            Is.EqualTo((longSide, packet.IpLength, packet.PayloadLength, !packet.Payload.IsEmpty, packet.Sequence, packet.Flags, packet.Window, false, PacketOddities.None)));
        var filled = default(Packet);
        plain.Fill(frame, ref filled);
        Assert.That(Described(in filled), Is.EqualTo(Described(in packet)));
        return true;
    }

    private static string Described(in Packet p) => string.Join(
        ' ',
        [
            p.Time, p.SourceMac, p.DestinationMac, p.Vlan, p.IpVersion, p.SourceHigh, p.SourceLow, p.DestinationHigh, p.DestinationLow, p.Protocol, p.TimeToLive, p.TypeOfService,
            p.IpLength, p.WirePackets, p.IsFragment, p.SourcePort, p.DestinationPort, p.Flags, p.Sequence, p.Acknowledgement, p.Window, Convert.ToHexString(p.Payload),
            p.PayloadLength, p.Context, p.Oddities,
        ]);
}
