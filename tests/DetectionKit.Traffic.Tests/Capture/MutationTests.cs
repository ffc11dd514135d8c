using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Tests.Building;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Capture;

internal sealed class MutationTests
{
    [TestCase(false)]
    [TestCase(true)]
    public void Ten_thousand_mutated_captures_never_throw(bool pcapNg)
    {
        var whole = pcapNg ? Varied().PcapNg() : Varied().Pcap();
        var random = new Random(20240229);
        var flows = 0;
        for (var round = 0; round < 5000; round++)
        {
            var bytes = whole.ToArray();
            for (var change = random.Next(1, 12); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (round % 3 == 0)
                bytes = bytes[..random.Next(bytes.Length)];
            flows += FlowRow.Run(bytes).Count;
        }

        Assert.That(flows, Is.GreaterThan(5000));
    }

    private static CaptureBuilder Varied()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open().Says("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n").Answers("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").Close();
        new Conversation(capture, clientPort: 40001, serverPort: 21).Open().Answers("220 ftp ready\r\n").Says("USER a\r\n").Answers("331 password\r\n")
            .Says("PORT 10,0,0,1,4,5\r\n").Answers("200 PORT command successful\r\n").Close();
        var dns = Convert.FromHexString("0001010000010000000000000161076578616D706C650000010001");
        capture.AddIp(Ip("10.0.0.1", "192.0.2.53", 17, Udp(5000, 53, dns)));
        capture.AddIp(Ip("2001:db8::1", "2001:db8::53", 17, Udp(5000, 53, dns)));
        var datagram = Udp(6000, 7000, new byte[100]);
        capture.AddIp(Ip4("10.0.0.1", "192.0.2.9", 17, datagram[..56], id: 7, more: true));
        capture.AddIp(Ip4("10.0.0.1", "192.0.2.9", 17, datagram[48..], id: 7, offset: 48));
        var inner = Ip("10.9.9.1", "10.9.9.2", 17, Udp(1, 2, dns));
        capture.AddIp(Ip("10.0.0.1", "192.0.2.2", 47, [0, 0, 8, 0, .. inner]));
        capture.AddIp(Ip("10.0.0.1", "192.0.2.2", 17, Udp(9, 9, [8, 0, 0, 0, 0, 0, 5, 0, .. Ethernet(inner)])));
        capture.AddIp(Ip("10.0.0.1", "192.0.2.2", 1, Icmp(8, 0, new byte[40])));
        capture.Add(Ethernet(Vlan(7, Ip("10.0.0.1", "192.0.2.2", 6, Tcp(1, 2, 3, 4, TcpFlags.Syn))), 0x8100));
        return capture;
    }
}
