using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Tests.Building;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Flows;

/// <summary>Segments are written as Zeek's history writes them: upper case the client's, lower case the server's.</summary>
internal sealed class TcpFlowTests
{
    [TestCase("S", "S0", "S")]
    [TestCase("Sr", "REJ", "Sr")]
    [TestCase("ShA", "S1", "ShA")]
    [TestCase("ShADadFfA", "SF", "ShADadFf")]
    [TestCase("ShADaF", "S2", "ShADaF")]
    [TestCase("ShADaf", "S3", "ShADaf")]
    [TestCase("ShADR", "RSTO", "ShADR")]
    [TestCase("ShADr", "RSTR", "ShADr")]
    [TestCase("SR", "RSTOS0", "SR")]
    [TestCase("SF", "SH", "SF")]
    [TestCase("h", "OTH", "^h")]
    [TestCase("hf", "SHR", "^hf")]
    [TestCase("hr", "RSTRH", "^hr")]
    [TestCase("Dd", "OTH", "Dd")]
    public void State_and_history_follow_from_the_segments(string segments, string state, string history)
    {
        var capture = new CaptureBuilder();
        var talk = new Conversation(capture, serverPort: 80);
        foreach (var segment in segments)
            Play(talk, segment);
        var flow = capture.Flows().Single();
        Assert.That((flow.ConnState, flow.History), Is.EqualTo((state, history)));
        Assert.That(flow.SourcePort, Is.EqualTo(40000));
    }

    [Test]
    public void A_new_syn_on_a_closed_flow_is_a_new_flow()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open().Says("x").Close();
        new Conversation(capture) { ClientSequence = 777_000, ServerSequence = 5 }.Open().Says("y").Close();
        var flows = capture.Flows();
        Assert.That(flows.Select(f => f.ConnState), Is.EqualTo(new[] { "SF", "SF" }));
        Assert.That(flows[0].Uid, Is.Not.EqualTo(flows[1].Uid));
    }

    [Test]
    public void Bytes_are_counted_at_the_ip_layer_for_each_direction()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open().Says("12345").Answers("1234567890");
        var flow = capture.Flows().Single();
        Assert.That((flow.BytesOut, flow.BytesIn), Is.EqualTo((40L + 40 + 45, 40L + 50)));
    }

    [Test]
    public void An_idle_flow_ends_by_packet_time()
    {
        var capture = new CaptureBuilder();
        capture.AddIp(Ip("10.0.0.1", "192.0.2.1", 17, Udp(1111, 2222, [1])));
        capture.Time += 400_000_000_000;
        capture.AddIp(Ip("10.0.0.1", "192.0.2.1", 17, Udp(1111, 2222, [2])));
        Assert.That(capture.Flows(), Has.Count.EqualTo(2));
    }

    [Test]
    public void A_syn_with_data_is_a_weird_and_its_data_counts()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).FromClient(TcpFlags.Syn, [1, 2, 3]);
        Assert.That(capture.Flows().Single().Weirds, Is.EqualTo("syn_with_data"));
    }

    [Test]
    public void A_flood_of_syns_evicts_only_what_nobody_answered()
    {
        var capture = new CaptureBuilder();
        var talk = new Conversation(capture).Open().Says("hello");
        for (var i = 0; i < 5000; i++)
            capture.AddIp(Ip($"10.{i >> 8}.{i & 255}.9", "192.0.2.1", 6, Tcp(1024 + i, 443, 1, 0, TcpFlags.Syn)));
        talk.Answers("world").Close();
        var flows = FlowRow.Run(capture.Pcap(), out var summary, new TrafficOptions { MaxFlows = 100 });
        Assert.That(flows, Has.Count.EqualTo(5001));
        Assert.That(flows.Count(f => f.ConnState is "SF"), Is.EqualTo(1));
        Assert.That(summary.Counters.FlowEvictions, Is.EqualTo(4901));
    }

    private static void Play(Conversation talk, char segment)
    {
        var flags = char.ToUpperInvariant(segment) switch
        {
            'S' => TcpFlags.Syn,
            'H' => TcpFlags.Syn | TcpFlags.Ack,
            'F' => TcpFlags.Fin | TcpFlags.Ack,
            'R' => TcpFlags.Rst | TcpFlags.Ack,
            _ => TcpFlags.Ack,
        };
        byte[]? data = segment is 'D' or 'd' ? [0xEE, 0xEE] : null;
        _ = char.IsAsciiLetterUpper(segment) ? talk.FromClient(flags, data) : talk.FromServer(flags, data);
    }
}
