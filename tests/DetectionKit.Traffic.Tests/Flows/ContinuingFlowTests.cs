using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Flows;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Tests.Building;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Flows;

/// <summary>Reports of flows that go on: every active timeout, counters from the flow's begin.</summary>
internal sealed class ContinuingFlowTests
{
    [Test]
    public void A_flow_that_goes_on_is_reported_as_often_as_the_timeout_says_with_what_it_has_come_to()
    {
        var capture = new CaptureBuilder();
        var talk = Web(capture);
        for (var second = 0; second < 100; second += 10)
        {
            capture.Time += 10_000_000_000;
            talk.Says("x");
        }

        var reports = Run(capture, 30);
        Assert.That(reports.Select(report => report.Kind), Is.EqualTo(["goes on", "goes on", "goes on", "ended, was told"]));
        Assert.That(reports.Select(report => report.Packets), Is.Ordered.Ascending.And.Unique);
        Assert.That(reports.Select(report => report.Uid).Distinct(StringComparer.Ordinal).Count(), Is.EqualTo(1));
        Assert.That(reports.Select(report => report.App), Is.All.EqualTo("http"));
        Assert.That(reports.Take(3).Select(report => report.Duration), Is.EqualTo([30, 60, 90]).Within(11));
    }

    [Test]
    public void A_flow_without_news_is_not_reported_again()
    {
        var capture = new CaptureBuilder();
        Web(capture);
        for (var i = 0; i < 10; i++)
        {
            capture.Time += 25_000_000_000;
            capture.AddIp(Ip("10.0.0.9", "192.0.2.9", 17, Udp(1111, 2222, [1])));
        }

        Assert.That(Run(capture, 30).Where(report => report.App is "http").Select(report => report.Kind), Is.EqualTo(["goes on", "ended, was told"]));
    }

    [Test]
    public void A_flow_whose_verdict_is_open_is_not_reported()
    {
        var capture = new CaptureBuilder();
        var talk = new Conversation(capture).Open();
        for (var i = 0; i < 10; i++)
        {
            capture.Time += 20_000_000_000;
            talk.FromClient(TcpFlags.Ack, []);
        }

        Assert.That(Run(capture, 30).Select(report => report.Kind), Is.EqualTo(["ended"]));
    }

    [Test]
    public void Without_a_timeout_flows_are_told_at_their_end_alone()
    {
        var capture = new CaptureBuilder();
        var talk = Web(capture);
        capture.Time += 3_000_000_000_000;
        talk.Says("x");
        Assert.That(Run(capture, 0).Select(report => report.Kind), Is.EqualTo(["ended"]));
    }

    [Test]
    public void Ends_come_when_they_came_without_reports()
    {
        var capture = new CaptureBuilder();
        for (var i = 0; i < 50; i++)
        {
            capture.AddIp(Ip($"10.0.0.{i + 1}", "192.0.2.1", 17, Udp((ushort)(1000 + i), 2222, [(byte)i])));
            capture.Time += 7_000_000_000;
        }

        var without = Run(capture, 0).Select(report => report.Uid);
        Assert.That(Run(capture, 20).Where(report => report.Kind is not "goes on").Select(report => report.Uid), Is.EqualTo(without));
    }

    private static Conversation Web(CaptureBuilder capture) => new Conversation(capture).Open().Says("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n").Answers("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");

    private static List<Report> Run(CaptureBuilder capture, int timeout)
    {
        var sink = new Reports();
        using var reader = CaptureReader.Open(new MemoryStream(capture.Pcap(nanoseconds: true)));
        new TrafficEngine("test.pcap", TrafficOptions.Default with { ActiveTimeout = timeout }, sink).Run(reader);
        return sink.All;
    }

    private sealed record Report(string Kind, string Uid, string? App, long Packets, double Duration);

    private sealed class Reports : IFlowSink
    {
        public List<Report> All { get; } = [];

        public void OnContinuing(in FlowView flow) => Add("goes on", in flow);

        public void OnFlow(in FlowView flow) => Add(flow.WasTold ? "ended, was told" : "ended", in flow);

        private void Add(string kind, in FlowView flow) => All.Add(new(kind, flow.Uid, flow.App, flow.PacketsIn + flow.PacketsOut, flow.Duration));
    }
}
