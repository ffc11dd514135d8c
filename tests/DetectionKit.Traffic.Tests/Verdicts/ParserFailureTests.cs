using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Models.Web;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Events;
using DetectionKit.Traffic.Flows;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Tests.Building;

namespace DetectionKit.Traffic.Tests.Verdicts;

/// <summary>A bug in what reads a protocol costs that protocol's say about the flow, and no more.</summary>
internal sealed class ParserFailureTests
{
    private const string Request = "GET / HTTP/1.1\r\nHost: a.example\r\n\r\n";

    [Test]
    public void Where_an_identifier_fails_the_others_decide()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open().Says(Request).Close();
        var options = TrafficOptions.Default with { Identifiers = new([.. IdentifierCatalogue.All.Identifiers, new Broken()]) };
        var flow = capture.Flows(options).Single();
        Assert.That((flow.App, flow.Weirds), Is.EqualTo(("http", "parser_failure")));
    }

    [Test]
    public void Where_reading_on_fails_the_flow_keeps_its_verdict_and_other_flows_are_read()
    {
        var sink = new Throwing(new OverflowException(), times: 1);
        var (flows, weirds) = Run(sink);
        Assert.That((flows, sink.Calls, weirds), Is.EqualTo((2L, 2, 1L)));
    }

    [Test]
    public void What_a_sink_complains_of_is_no_bug_of_a_parser() =>
        Assert.That(() => Run(new Throwing(new IOException(), times: 1)), Throws.InstanceOf<IOException>());

    private static (long Flows, long Weirds) Run(Throwing sink)
    {
        var capture = new CaptureBuilder();
        for (var i = 0; i < 2; i++)
            new Conversation(capture, clientPort: 40000 + i).Open().Says(Request).Answers("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").Close();
        using var reader = CaptureReader.Open(new MemoryStream(capture.Pcap()));
        var summary = new TrafficEngine("test.pcap", TrafficOptions.Default with { ProtocolFacts = true }, new TrafficEvents(sink)).Run(reader);
        return (summary.Counters.Apps()["http"], summary.Counters.WeirdTotals().GetValueOrDefault(WeirdNames.Name(Weird.ParserFailure)));
    }

    /// <summary>Fails on the first events of web requests, which are given while a flow is read on.</summary>
    private sealed class Throwing(Exception exception, int times) : IEventSink
    {
        public int Calls { get; private set; }

        public EventInterest Interest => EventInterest.All;

        public void OnModel<TEvent>(TEvent modelEvent)
            where TEvent : ModelEvent
        {
            if (modelEvent is WebRequest && ++Calls <= times)
                throw exception;
        }

        public void OnRaw(RawEvent rawEvent)
        {
        }
    }
}
