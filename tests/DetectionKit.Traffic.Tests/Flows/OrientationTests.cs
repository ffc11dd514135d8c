using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Tests.Building;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Flows;

internal sealed class OrientationTests
{
    [Test]
    public void Who_received_the_syn_ack_is_the_originator_whatever_the_ports()
    {
        var capture = new CaptureBuilder().AddIp(Ip("10.0.0.1", "10.0.0.2", 6, Tcp(50000, 80, 1, 1, TcpFlags.Syn | TcpFlags.Ack)));
        Assert.That(capture.Flows().Single().SourcePort, Is.EqualTo(80));
    }

    [Test]
    public void A_group_is_the_destination() =>
        Assert.That(
            new CaptureBuilder().AddIp(Ip("10.0.0.1", "239.1.1.1", 17, Udp(80, 50000, [1]))).Flows().Single().Destination,
            Is.EqualTo("239.1.1.1"));

    [TestCase(50000, 5060, 5060)]
    [TestCase(5060, 50000, 5060)]
    [TestCase(1025, 5060, 5060)]
    [TestCase(40000, 30000, 30000)]
    public void Without_other_signs_the_registered_or_lower_port_is_the_destination(int from, int to, int destination) =>
        Assert.That(
            new CaptureBuilder().AddIp(Ip("10.0.0.1", "10.0.0.2", 17, Udp(from, to, [0xEE]))).Flows().Single().DestinationPort,
            Is.EqualTo(destination));

    [Test]
    public void An_echo_reply_alone_points_back_at_who_asked() =>
        Assert.That(new CaptureBuilder().AddIp(Ip("10.0.0.1", "10.0.0.2", 1, Icmp(0, 0))).Flows().Single().Source, Is.EqualTo("10.0.0.2"));
}
