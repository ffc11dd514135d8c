using System.Text;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Models.NetworkResolution;
using DetectionKit.Abstractions.Models.NetworkSessions;
using DetectionKit.Abstractions.Models.Web;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Events;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Tests.Building;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Events;

internal sealed class MessageEventsTests
{
    private const string Question = "0161076578616D706C650000010001";

    [Test]
    public void A_query_and_its_answer_are_one_event()
    {
        var capture = Dns(("0001010000010000" + "00000000" + Question, true), ("0001818000010001" + "00000000" + Question + "C00C00010001000000" + "3C0004C0000201", false));
        var e = Run(capture).OfType<NetworkResolution>().Single();
        Assert.That(
            (e.Query, e.RecordType, e.Answer.ToText(), e.Ttl.ToText(), e.ReplyCode, e.MessageType.Count, e.ResponseTime, e.Src, e.DestPort),
            Is.EqualTo(("a.example", "A", "192.0.2.1", "60", "NoError", 2, 1L, "10.0.0.1", 53L)));
    }

    [Test]
    public void What_no_table_names_keeps_its_default_and_what_is_filled_is_named()
    {
        var tables = FilledFields.Of(TrafficEvents.FilledFields);
        var capture = Dns(("0001010000010000" + "00000000" + Question, true), ("0001818000010001" + "00000000" + Question + "C00C00010001000000" + "3C0004C0000201", false));
        var e = Run(capture).OfType<NetworkResolution>().Single();
        foreach (var field in NetworkResolution.Model.Fields)
        {
            var read = field.Read(e).ToText();
            Assert.That(read.Length == 0 || string.Equals(read, field.Default, StringComparison.Ordinal) || tables.Fills(NetworkResolution.Model, field.Name), Is.True, field.Name);
        }
    }

    [Test]
    public void A_query_that_nobody_answers_is_an_event_at_the_flows_end()
    {
        var e = Run(Dns(("0001010000010000" + "00000000" + Question, true))).OfType<NetworkResolution>().Single();
        Assert.That((e.Query, e.MessageType.ToText(), e.ReplyCode), Is.EqualTo(("a.example", "Query", "unknown")));
    }

    [Test]
    public void An_answer_of_another_number_answers_nothing()
    {
        var capture = Dns(("0001010000010000" + "00000000" + Question, true), ("0002818300010000" + "00000000" + Question, false));
        Assert.That(Run(capture).OfType<NetworkResolution>().Select(e => e.MessageType.ToText() + e.ReplyCode), Is.EquivalentTo(new[] { "Queryunknown", "ResponseNXDomain" }));
    }

    [Test]
    public void Messages_in_one_segment_are_told_apart()
    {
        var one = "001B" + "0001010000010000" + "00000000" + Question;
        var two = "001B" + "0002010000010000" + "00000000" + Question;
        var capture = new CaptureBuilder();
        new Conversation(capture, serverPort: 53).Open().FromClient(TcpFlags.Ack, Convert.FromHexString(one + two)).Close();
        Assert.That(Run(capture).OfType<NetworkResolution>().Select(e => e.TransactionId), Is.EqualTo(new[] { 1L, 2L }));
    }

    [Test]
    public void Pipelined_requests_get_their_responses_in_order()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open()
            .Says("POST /up?x=1 HTTP/1.1\r\nHost: a.example:8080\r\nUser-Agent: x\r\nContent-Length: 4\r\n\r\nbodyHEAD /b HTTP/1.1\r\nHost: b\r\n\r\nGET /c HTTP/1.1\r\nHost: c\r\n\r\n")
            .Answers("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n")
            .Answers("HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\n\r\nuntil the end").Close();
        Assert.That(
            Run(capture).OfType<WebRequest>().Select(e => $"{e.HttpMethod} {e.UrlDomain} {e.UriPath} {e.UriQuery} {e.Status} {e.BytesOut} {e.HttpContentType}"),
            Is.EqualTo(new[] { "POST a.example /up ?x=1 201 85 unknown", "HEAD b /b unknown 200 29 unknown", "GET c /c unknown 404 28 text/plain" }));
    }

    [Test]
    public void A_lost_part_of_a_body_does_not_lose_the_next_response()
    {
        var capture = new CaptureBuilder();
        var talk = new Conversation(capture).Open().Says("GET /a HTTP/1.1\r\nHost: a\r\n\r\n").Answers("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        talk.ServerSequence += 600;
        talk.Answers(new string('x', 400)).Says("GET /b HTTP/1.1\r\nHost: a\r\n\r\n").Answers("HTTP/1.1 204 No Content\r\n\r\n").Close();
        Assert.That(Run(capture).OfType<WebRequest>().Select(e => e.UriPath + e.Status), Is.EquivalentTo(new[] { "/a200", "/b204" }));
    }

    [Test]
    public void Streams_of_http2_are_requests()
    {
        var capture = new CaptureBuilder();
        // The request of RFC 7541 appendix C.4.1, and a status of the static table.
        var request = Convert.FromHexString("000011010500000001828684418CF1E3C2E5F23A6BA0AB90F4FF");
        new Conversation(capture).Open()
            .FromClient(TcpFlags.Ack, [.. Encoding.ASCII.GetBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), .. Convert.FromHexString("000000040000000000"), .. request])
            .FromServer(TcpFlags.Ack, Convert.FromHexString("000000040000000000" + "0000010104000000018D" + "000003000100000001414243")).Close();
        var e = Run(capture).OfType<WebRequest>().Single();
        Assert.That((e.HttpMethod, e.Site, e.Url, e.Status), Is.EqualTo(("GET", "www.example.com", "/", "404")));
    }

    [Test]
    public void A_lease_is_a_session_of_its_client()
    {
        var message = new byte[240 + 20];
        (message[0], message[1], message[2]) = (2, 1, 6);
        new byte[] { 10, 0, 0, 77 }.CopyTo(message, 16);
        new byte[] { 2, 0, 0, 0, 0, 9 }.CopyTo(message, 28);
        Convert.FromHexString("63825363" + "350105" + "330400000E10" + "0104FFFFFF00" + "FF").CopyTo(message, 236);
        var capture = new CaptureBuilder().AddIp(Ip("10.0.0.1", "10.0.0.77", 17, Udp(67, 68, message)));
        var e = Run(capture).OfType<NetworkSession>().Single();
        Assert.That(
            (e.Action, e.Signature, e.DestIp.ToString(), e.DestMac, e.LeaseDuration, e.LeaseScope, e.SrcIp.ToString()),
            Is.EqualTo(("added", "DHCPACK", "10.0.0.77", "02:00:00:00:00:09", 3600L, "10.0.0.0/24", "10.0.0.1")));
    }

    [Test]
    public void Five_thousand_mutated_conversations_never_throw()
    {
        var capture = Dns(("0001010000010000" + "00000000" + Question, true), ("0001818000010001" + "00000000" + Question + "C00C00010001000000" + "3C0004C0000201", false));
        new Conversation(capture).Open().Says("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")
            .Answers("HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\n\r\n").FromServer(TcpFlags.Ack, Convert.FromHexString("0000010104000000018D")).Close();
        var whole = capture.Pcap();
        var random = new Random(7);
        var events = 0;
        for (var round = 0; round < 5000; round++)
        {
            var bytes = whole.ToArray();
            for (var change = random.Next(1, 12); change > 0; change--)
                bytes[random.Next(24, bytes.Length)] = (byte)random.Next(256);
            events += Run(bytes).Count;
        }

        Assert.That(events, Is.GreaterThan(5000));
    }

    private static CaptureBuilder Dns(params (string Hex, bool IsQuery)[] messages)
    {
        var capture = new CaptureBuilder();
        foreach (var (hex, isQuery) in messages)
        {
            var bytes = Convert.FromHexString(hex);
            capture.AddIp(isQuery ? Ip("10.0.0.1", "192.0.2.53", 17, Udp(5000, 53, bytes)) : Ip("192.0.2.53", "10.0.0.1", 17, Udp(53, 5000, bytes)));
        }

        return capture;
    }

    private static List<ModelEvent> Run(CaptureBuilder capture) => Run(capture.Pcap());

    private static List<ModelEvent> Run(byte[] capture)
    {
        var sink = new Sink();
        using var reader = CaptureReader.Open(new MemoryStream(capture));
        new TrafficEngine("test.pcap", null, new TrafficEvents(sink)).Run(reader);
        return sink.Models;
    }

    private sealed class Sink : IEventSink
    {
        public EventInterest Interest => EventInterest.All;

        public List<ModelEvent> Models { get; } = [];

        public void OnModel<TEvent>(TEvent modelEvent)
            where TEvent : ModelEvent => Models.Add(modelEvent);

        public void OnRaw(RawEvent rawEvent)
        {
        }
    }
}
