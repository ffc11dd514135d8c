using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Flows;
using DetectionKit.Traffic.Tests.Building;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Flows;

/// <summary>Flows are told once their verdict stands, and again where it changes.</summary>
internal sealed class IdentifiedFlowTests
{
    private const long Second = 1_000_000_000;
    private const string Request = "GET / HTTP/1.1\r\nHost: a.example\r\n\r\n";

    [Test]
    public void A_flow_is_told_within_a_second_of_its_verdict_wherever_that_comes()
    {
        var capture = new CaptureBuilder();
        var talk = new Conversation(capture).Open();
        Idle(capture, 20);
        talk.Says(Request);
        var verdict = capture.Time;
        Idle(capture, 20);
        var told = Run(capture).Single(tell => tell.Kind is "identified");
        Assert.That(told.App, Is.EqualTo("http"));
        Assert.That(told.Clock - verdict, Is.InRange(0, Second + (Second / 4)));
    }

    [Test]
    public void What_is_told_does_not_move_the_reports()
    {
        var capture = new CaptureBuilder();
        var talk = new Conversation(capture).Open();
        Idle(capture, 20);
        talk.Says(Request).Answers("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
        for (var i = 0; i < 6; i++)
        {
            Idle(capture, 5);
            talk.Answers("x");
        }

        Assert.That(Run(capture, 30).Where(tell => tell.App is "http").Select(tell => tell.Kind), Is.EqualTo(["identified", "goes on", "ended, was told"]));
    }

    [Test]
    public void A_verdict_that_becomes_a_conflict_is_told_again()
    {
        var capture = new CaptureBuilder();
        var talk = new Conversation(capture).Open().Says(Request);
        Idle(capture, 5);
        talk.Answers("SSH-2.0-OpenSSH_9.6\r\n");
        Idle(capture, 5);
        Assert.That(Run(capture).Where(tell => tell.Port != 3333).Select(tell => $"{tell.Kind}: {tell.App}"), Is.EqualTo(["identified: http", "identified: ssh", "ended, was told: ssh"]));
    }

    [Test]
    public void A_flow_that_is_over_by_then_is_told_as_a_flow_that_ended_alone()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open().Says(Request).Answers("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        Assert.That(Run(capture).Select(tell => tell.Kind), Is.EqualTo(["ended"]));
    }

    [Test]
    public void A_flow_without_a_verdict_is_not_told()
    {
        var capture = new CaptureBuilder();
        for (var i = 0; i < 40; i++)
            capture.AddIp(Ip("10.0.0.9", "192.0.2.9", 17, Udp(1111, 2222, [1, 2, (byte)i])));
        Idle(capture, 3);
        Assert.That(Run(capture).Where(tell => tell.Port == 2222).Select(tell => (tell.Kind, tell.State)), Is.EqualTo([("ended", AppState.Unidentified)]));
    }

    [Test]
    public void A_flow_that_nothing_fits_is_reported_as_unidentified_not_as_one_without_data()
    {
        var capture = new CaptureBuilder();
        for (var i = 0; i < 60; i++)
        {
            capture.AddIp(Ip("10.0.0.9", "192.0.2.9", 17, Udp(1111, 2222, [1, 2, (byte)i])));
            capture.Time += Second;
        }

        Assert.That(Run(capture, 30).Where(tell => tell.Kind is "goes on").Select(tell => tell.State), Is.EqualTo([AppState.Unidentified]));
    }

    [Test]
    public void Where_nobody_wants_flows_that_go_on_nothing_is_told_before_their_end()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open().Says(Request);
        Idle(capture, 20);
        Assert.That(Run(capture, 0).Where(tell => tell.Port != 3333).Select(tell => tell.Kind), Is.EqualTo(["ended"]));
    }

    [Test]
    public void Verdicts_that_wait_are_no_more_than_flows_though_the_clock_stands()
    {
        var flows = new FlowSlab();
        var fresh = new FreshVerdicts(flows);
        var lasts = Begin(0);
        for (var i = 1u; i < 200_000; i++)
            flows.Remove(Begin(i));
        Assert.That(fresh.Count, Is.LessThan(70_000));
        var told = new List<int>();
        fresh.Tell(told.Add);
        Assert.That(told, Is.EqualTo([lasts]));

        int Begin(uint ordinal)
        {
            var index = flows.Add(ordinal, default);
            flows[index].Ordinal = ordinal;
            fresh.Add(index);
            return index;
        }
    }

    // Other traffic moves the clock.
    private static void Idle(CaptureBuilder capture, int seconds)
    {
        for (var i = 0; i < seconds * 4; i++)
        {
            capture.Time += Second / 4;
            capture.AddIp(Ip("10.0.0.8", "192.0.2.8", 17, Udp(3333, 4444, [0, 1, 2, 3, 4])));
        }
    }

    private static List<Tell> Run(CaptureBuilder capture, int timeout = 300)
    {
        var tells = new Tells();
        using var reader = CaptureReader.Open(new MemoryStream(capture.Pcap(nanoseconds: true)));
        var engine = new TrafficEngine("test.pcap", TrafficOptions.Default with { ActiveTimeout = timeout }, tells);
        var packet = default(CapturedPacket);
        while (reader.Read(ref packet))
        {
            tells.Clock = packet.Time;
            engine.Take(in packet);
        }

        engine.Finish();
        return tells.All;
    }

    private sealed record Tell(string Kind, string App, AppState State, int Port, long Clock);

    private sealed class Tells : IFlowSink
    {
        public long Clock { get; set; }

        public List<Tell> All { get; } = [];

        public void OnIdentified(in FlowView flow) => Add("identified", in flow);

        public void OnContinuing(in FlowView flow) => Add("goes on", in flow);

        public void OnFlow(in FlowView flow) => Add(flow.WasTold ? "ended, was told" : "ended", in flow);

        private void Add(string kind, in FlowView flow) => All.Add(new(kind, flow.App ?? "unknown", flow.AppState, flow.DestinationPort, Clock));
    }
}
