using System.Text;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Flows;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Tests.Building;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Flows;

/// <summary>Every weird has a capture that brings it about; one without fails here.</summary>
internal sealed class WeirdTests
{
    private static readonly byte[] Datagram = Udp(1111, 2222, [.. Enumerable.Range(0, 392).Select(i => (byte)i)]);

    [Test]
    public void Every_weird_is_raised_by_what_it_is_named_for([Values] Weird weird)
    {
        var capture = new CaptureBuilder();
        var options = Provoke(weird, capture);
        FlowRow.Run(capture.Pcap(link: weird == Weird.UnknownLinkType ? (LinkType)147 : LinkType.Ethernet), out var summary, options);
        Assert.That(summary.Counters.WeirdTotals(), Contains.Key(WeirdNames.Name(weird)));
    }

    [Test]
    public void An_ordinary_conversation_has_nothing_odd()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open().Says("GET / HTTP/1.1\r\n\r\n").Answers("HTTP/1.1 200 OK\r\n\r\n").Close();
        FlowRow.Run(capture.Pcap(), out var summary);
        Assert.That(summary.Counters.WeirdTotals(), Is.Empty);
    }

    [Test]
    public void What_comes_out_of_order_or_twice_is_no_gap()
    {
        var capture = new CaptureBuilder();
        var talk = new Conversation(capture).Open();
        var first = talk.ClientSequence;
        talk.ClientSequence = first + 3;
        talk.Says("def");
        talk.ClientSequence = first;
        talk.Says("abc");
        talk.ClientSequence = first;
        talk.Says("abc").Close();
        Assert.That(capture.Flows().Single().Weirds, Is.Empty);
    }

    [Test]
    public void A_port_that_is_used_again_after_the_end_is_not_odd()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open().Says("x").Close();
        new Conversation(capture) { ClientSequence = 77_000 }.Open().Says("x").Close();
        Assert.That(capture.Flows().Select(f => f.Weirds), Is.EqualTo(["", ""]));
    }

    private static TrafficOptions Provoke(Weird weird, CaptureBuilder capture)
    {
        var options = TrafficOptions.Default;
        switch (weird)
        {
            case Weird.MalformedFrame or Weird.UnknownLinkType:
                capture.Add([1, 2, 3]);
                break;
            case Weird.IpLengthMismatch:
                capture.Add(Ethernet(Ip("10.0.0.1", "192.0.2.1", 17, Datagram)[..^5]));
                break;
            case Weird.BadChecksum:
                options = options with { VerifyChecksums = true };
                new Conversation(capture).Open();
                break;
            case Weird.BadTransportHeader:
                var tcp = Tcp(1, 2, 3, 4, TcpFlags.Ack);
                tcp[12] = 0xF0;
                capture.AddIp(Ip("10.0.0.1", "192.0.2.1", 6, tcp));
                break;
            case Weird.SourceRoute:
                var routed = Ip("10.0.0.1", "192.0.2.1", 17, [131, 7, 4, 10, 0, 0, 9, 0, .. Datagram]);
                routed[0] = 0x47;
                capture.AddIp(routed);
                break;
            case Weird.RoutingHeader0:
                capture.AddIp(Ip("2001:db8::1", "2001:db8::2", 43, [17, 0, 0, 0, 0, 0, 0, 0, .. Datagram]));
                break;
            case Weird.FragmentOverlap:
                capture.AddIp(Piece(0, 80)).AddIp(Piece(72, 328));
                break;
            case Weird.FragmentInconsistent:
                capture.AddIp(Piece(0, 80)).AddIp(Ip4("10.0.0.1", "192.0.2.1", 17, new byte[80], 7, 8, more: true)).AddIp(Piece(80, 320));
                break;
            case Weird.FragmentTiny:
                capture.AddIp(Piece(0, 8)).AddIp(Piece(8, 392));
                break;
            case Weird.FragmentTooLarge:
                capture.AddIp(Piece(0, 80)).AddIp(Ip4("10.0.0.1", "192.0.2.1", 17, new byte[80], 7, 65528, more: true));
                break;
            case Weird.FragmentIncomplete:
                capture.AddIp(Piece(0, 80));
                break;
            case Weird.FragmentFlood or Weird.FragmentLimit:
                options = options with { MaxFragmentBytes = weird == Weird.FragmentLimit ? 8192 : 1 << 20 };
                for (ushort id = 0; id < 40; id++)
                    capture.AddIp(Ip4("10.0.0.1", "192.0.2.1", 17, Datagram[..80], id, 0, more: true));
                break;
            case Weird.FlowLimit:
                options = options with { MaxFlows = 2 };
                for (var i = 0; i < 4; i++)
                    new Conversation(capture, clientPort: 40000 + i).Open();
                break;
            case Weird.InspectionLimit:
                options = options with { MaxOpenVerdicts = 2 };
                for (var i = 0; i < 4; i++)
                    new Conversation(capture, clientPort: 40000 + i).Open().Says("GET /a");
                break;
            case Weird.ParserFailure:
                options = options with { Identifiers = new([new Broken()]) };
                new Conversation(capture).Open().Says("x");
                break;
            case Weird.TunnelDepth:
                var packet = Ip("10.0.0.1", "192.0.2.1", 17, Datagram);
                for (var depth = 0; depth < 10; depth++)
                    packet = Ip("192.0.2.1", "192.0.2.2", 4, packet);
                capture.AddIp(packet);
                break;
            case Weird.ProtocolConflict or Weird.SynReuse or Weird.SynWithData or Weird.BadTcpFlags or Weird.RstOutOfWindow
                or Weird.RetransmissionInconsistent or Weird.ContentGap or Weird.ReorderLimit:
                Misbehave(weird, new Conversation(capture));
                break;
        }

        return options;
    }

    private static void Misbehave(Weird weird, Conversation talk)
    {
        switch (weird)
        {
            case Weird.ProtocolConflict:
                talk.Open().Says("GET / HTTP/1.1\r\nHost: a\r\n\r\n").Answers("SSH-2.0-OpenSSH_9.6\r\n");
                break;
            case Weird.SynReuse:
                talk.Open().Says("hello");
                talk.ClientSequence += 100_000;
                talk.FromClient(TcpFlags.Syn);
                break;
            case Weird.SynWithData:
                talk.FromClient(TcpFlags.Syn, Encoding.ASCII.GetBytes("hello"));
                break;
            case Weird.BadTcpFlags:
                talk.FromClient(TcpFlags.Syn | TcpFlags.Fin);
                break;
            case Weird.RstOutOfWindow:
                talk.Open().Says("hello");
                talk.ClientSequence += 1 << 24;
                talk.FromClient(TcpFlags.Rst);
                break;
            case Weird.RetransmissionInconsistent:
                talk.Open().Says("GET /a");
                talk.ClientSequence -= 2;
                talk.Says("/b");
                break;
            case Weird.ContentGap:
                talk.Open().Says("hello");
                talk.ClientSequence += 1000;
                talk.Says("there");
                break;
            default:
                talk.Open();
                for (var i = 0; i < 40; i++)
                {
                    talk.ClientSequence += 10;
                    talk.Says("x");
                }

                break;
        }
    }

    private static byte[] Piece(int offset, int length) =>
        Ip4("10.0.0.1", "192.0.2.1", 17, Datagram[offset..(offset + length)], 7, offset, offset + length < Datagram.Length);
}
