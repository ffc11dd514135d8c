using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Tests.Building;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Flows;

/// <summary>What a long run costs once its pools are filled: nothing for the collector, and no more room than its limits.</summary>
internal sealed class SteadyStateTests
{
    private const long Second = 1_000_000_000;

    [Test]
    public void Packets_allocate_nothing_once_pools_are_filled()
    {
        var frames = Frames();
        var engine = new TrafficEngine("long.pcap");
        var time = 1_700_000_000 * Second;
        // Each round has the same packets, so late that the flows of the one before have ended.
        // Code that the runtime has not optimised yet boxes values, and on a busy machine that takes it longer: then later rounds tell.
        var (rounds, allocated) = (0, long.MaxValue);
        while (rounds < 40 && allocated != 0)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var round = 0; round < 4; round++)
                Play(rounds++);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.That(engine.Counters.Flows, Is.GreaterThan(1000));
        Assert.That(engine.Counters.Packets, Is.EqualTo(rounds * frames.Length));
        Assert.That(allocated, Is.Zero);

        void Play(int round)
        {
            time += 5000 * Second;
            foreach (var frame in frames)
            {
                time += 100_000;
                engine.Take(new CapturedPacket { Data = frame, Time = time, WireLength = frame.Length, LinkType = LinkType.Ethernet });
            }

            GC.KeepAlive(round);
        }
    }

    [Test]
    public void A_flood_of_syns_evicts_no_established_flow()
    {
        var engine = Flood(syns: 20_000, TrafficOptions.Default with { MaxFlows = 1000 }, out var sink);
        var flow = sink.List.Single(row => row.SourcePort == 40000);
        Assert.That((flow.PacketsOut, flow.App), Is.EqualTo((5L, "http")));
        Assert.That(engine.Counters.FlowEvictions, Is.GreaterThanOrEqualTo(19_000));
        Assert.That(sink.List, Has.Count.EqualTo(20_001));
    }

    [Test]
    [Explicit("Five million flows, some ten seconds: dotnet test --filter Name~Five_million")]
    public void Five_million_syns_stay_within_half_a_gigabyte()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var engine = Flood(syns: 5_000_000, TrafficOptions.Default, out var sink, keep: false);
        Assert.That(GC.GetTotalMemory(forceFullCollection: false) - before, Is.LessThan(512L << 20));
        Assert.That(sink.List.Single(row => row.SourcePort == 40000).PacketsOut, Is.EqualTo(5));
        GC.KeepAlive(engine);
    }

    [Test]
    public void Data_behind_a_reset_belongs_to_the_flow_that_was_reset()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open().Says("GET / HTTP/1.1\r\nHost: a\r\n\r\n").FromServer(TcpFlags.Rst).Says("more").Says("and more");
        var flow = capture.Flows().Single();
        Assert.That((flow.App, flow.PacketsOut, flow.ConnState), Is.EqualTo(("http", 5L, "RSTR")));
    }

    [Test]
    public void Records_read_ahead_give_the_flows_that_records_read_singly_give()
    {
        var capture = new CaptureBuilder();
        foreach (var frame in Frames())
            capture.Add(frame);
        capture.AddIp(Ip4("10.0.0.9", "10.0.0.1", 17, Udp(53, 4000, new byte[24]), id: 3, offset: 0, more: true));
        capture.AddIp(Ip6("fe80::1", "fe80::2", 17, Udp(53, 4000, new byte[20])));
        // Of the two formats only classic pcap is read ahead.
        Assert.That(FlowRow.Run(capture.Pcap()), Is.EqualTo(FlowRow.Run(capture.PcapNg())));
    }

    private static byte[][] Frames()
    {
        var capture = new CaptureBuilder();
        for (var client = 0; client < 100; client++)
        {
            var web = new Conversation(capture, clientPort: 30_000 + client).Open().Says("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n").Answers("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n");
            for (var segment = 0; segment < 9; segment++)
                web.FromServer(TcpFlags.Ack, new byte[1000]).FromClient(TcpFlags.Ack);
            web.Close();
            new Conversation(capture, clientPort: 31_000 + client).Open().Says("neither fish").Answers("nor flesh").Close();
            capture.AddIp(Ip("10.0.0.1", "192.0.2.53", 17, Udp(32_000 + client, 53, Convert.FromHexString("4001010000010000000000000161076578616d706c650000010001"))));
        }

        return capture.Frames;
    }

    private static TrafficEngine Flood(int syns, TrafficOptions options, out FlowRow.Rows sink, bool keep = true)
    {
        var talk = new CaptureBuilder();
        new Conversation(talk).Open().Says("GET / HTTP/1.1\r\nHost: a\r\n\r\n").Says("a").Says("b");
        sink = new FlowRow.Rows { Keep = row => keep || row.SourcePort == 40000 };
        var engine = new TrafficEngine("flood.pcap", options, sink);
        var time = 1_700_000_000 * Second;
        foreach (var frame in talk.Frames[..4])
            Take(frame);
        var syn = Ethernet(Ip4("10.9.0.0", "192.0.2.1", 6, Tcp(1024, 80, 1, 0, TcpFlags.Syn)));
        for (var number = 0; number < syns; number++)
        {
            // The sender's address and port count on; nothing here looks at the checksum.
            (syn[27], syn[28], syn[29]) = ((byte)(number >> 16), (byte)(number >> 8), (byte)number);
            (syn[34], syn[35]) = ((byte)(4 + (number >> 24)), 1);
            Take(syn);
        }

        foreach (var frame in talk.Frames[4..])
            Take(frame);
        engine.Finish();
        return engine;

        void Take(byte[] frame) => engine.Take(new CapturedPacket { Data = frame, Time = time += 1000, WireLength = frame.Length, LinkType = LinkType.Ethernet });
    }
}
