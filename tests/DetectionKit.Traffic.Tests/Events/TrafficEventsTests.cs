using System.Collections.Frozen;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Events;
using DetectionKit.Traffic.Tests.Building;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Events;

internal sealed class TrafficEventsTests
{
    [Test]
    public void A_flow_is_one_event_of_the_model_with_what_packets_tell()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture, server: "203.0.113.5", serverPort: 8088).Open().Says("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n")
            .Answers("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").Close();
        var e = Run(capture).Models.OfType<NetworkTraffic>().Single();
        Assert.That(
            (e.App, e.Src, e.Dest, e.DestPort, e.Direction, e.Transport, e.Protocol, e.TcpFlag, e.SrcMac, e.Ttl, e.Packets),
            Is.EqualTo(("http", "10.0.0.1", "203.0.113.5", 8088L, "outbound", "tcp", "ip", "FIN,SYN,PSH,ACK", "02:00:00:00:00:01", 64L, 8L)));
    }

    [Test]
    public void Only_filled_fields_differ_from_the_published_defaults()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open().Says("x").Close();
        capture.AddIp(Ip("10.0.0.1", "10.0.0.2", 1, Icmp(8, 0)));
        foreach (var e in Run(capture).Models.OfType<NetworkTraffic>())
        {
            foreach (var field in NetworkTraffic.Model.Fields.Where(field => !NetworkTrafficEvents.FilledFields.Contains(field.Name)))
                Assert.That(field.Read(e).ToText(), Is.EqualTo(field.Default ?? ""), field.Name);
        }
    }

    [Test]
    public void A_tunnel_is_counted_once_in_the_model_and_twice_in_raw_flows()
    {
        var inner = Ip("10.9.9.1", "10.9.9.2", 17, Udp(1111, 2222, [0xEE]));
        var sink = Run(new CaptureBuilder().AddIp(Ip("10.0.0.1", "192.0.2.2", 47, [0, 0, 8, 0, .. inner])));
        Assert.That((sink.Models.Count, sink.Raw.Count(e => e.SourceType is SourceTypes.Flow)), Is.EqualTo((1, 2)));
    }

    [Test]
    public void A_weird_names_its_flow()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).FromClient(DetectionKit.Traffic.Packets.TcpFlags.Syn, [1]);
        var weird = Run(capture).Raw.Single(e => e.SourceType is SourceTypes.Weird);
        Assert.That((weird["name"].ToText(), weird["count"].ToText(), weird["dest_ip"].ToText()), Is.EqualTo(("syn_with_data", "1", "192.0.2.1")));
    }

    [Test]
    public void Nothing_is_made_that_nobody_wants()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open();
        var sink = Run(capture, new EventInterest(FrozenSet<string>.Empty, FrozenSet.Create(StringComparer.Ordinal, SourceTypes.Weird)));
        Assert.That(sink.Models.Count + sink.Raw.Count, Is.Zero);
    }

    [Test]
    public void A_flow_has_the_fields_that_somebody_reads_and_no_others()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open().Says("x").Close();
        var e = Run(capture, Reading(new SourceSpec.OfRaw([SourceTypes.Flow], ["app", "sni"]) { Tests = ["dest_port"], Keys = [new("dest_port", "1")] })).Raw.Single();
        Assert.That(e.Fields.Select(field => field.Key), Is.EqualTo(["dest_port", "app"]));
        e = Run(capture, Reading(new SourceSpec.OfRaw([SourceTypes.Flow], ["app"]))).Raw.Single();
        Assert.That(e.Fields, Has.Count.GreaterThan(20), "a condition of which nothing is known may read any");
    }

    [Test]
    public void No_flow_is_made_for_who_needs_a_field_that_flows_do_not_have()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open();
        Assert.That(Run(capture, Reading(new SourceSpec.OfRaw([], null) { Tests = ["EventCode"], Keys = [new("EventCode", "3")] })).Raw, Is.Empty);
        Assert.That(Run(capture, Reading(new SourceSpec.OfRaw([], null) { Tests = ["app"], Keys = [new("EventCode", "3"), new("app", "http")] })).Raw, Is.Not.Empty);
    }

    [Test]
    public void A_text_of_the_model_that_nobody_reads_keeps_its_default()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open();
        var source = new SourceSpec.OfModel("Network_Traffic", "All_Traffic", [new("src_mac", "src_mac")], FeedPoint.Identified) { Tests = ["tcp_flag"] };
        var e = (NetworkTraffic)Run(capture, Reading(source)).Models.Single();
        Assert.That((e.SrcMac, e.DestMac, e.TcpFlag, e.FlowId), Is.EqualTo(("02:00:00:00:00:01", "unknown", "SYN,ACK", "unknown")));
    }

    private static EventInterest Reading(SourceSpec source) => EventInterest.All with { Readers = [source] };

    private static Sink Run(CaptureBuilder capture, EventInterest? interest = null)
    {
        var sink = new Sink(interest ?? EventInterest.All);
        using var reader = CaptureReader.Open(new MemoryStream(capture.Pcap()));
        new TrafficEngine("test.pcap", null, new TrafficEvents(sink)).Run(reader);
        return sink;
    }

    private sealed class Sink(EventInterest interest) : IEventSink
    {
        public EventInterest Interest => interest;

        public List<ModelEvent> Models { get; } = [];

        public List<RawEvent> Raw { get; } = [];

        public void OnModel<TEvent>(TEvent modelEvent)
            where TEvent : ModelEvent => Models.Add(modelEvent);

        public void OnRaw(RawEvent rawEvent) => Raw.Add(rawEvent);
    }
}
