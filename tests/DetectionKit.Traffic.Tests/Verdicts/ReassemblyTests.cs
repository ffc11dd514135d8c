using System.Collections.Immutable;
using System.Text;
using DetectionKit.Traffic.Flows;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Tests.Building;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Verdicts;

internal sealed class ReassemblyTests
{
    private const string Request = "ASK one two three four five six seven eight nine ten; the end.";
    private static readonly TrafficOptions Options = new() { Identifiers = new([new Toy()]) };

    [Test]
    public void However_the_stream_is_cut_shuffled_and_repeated_the_identifier_sees_the_same_bytes([Range(1, 200)] int seed)
    {
        var random = new Random(seed);
        var bytes = Encoding.ASCII.GetBytes(Request);
        var segments = new List<(int At, int Length)>();
        for (var at = 0; at < bytes.Length;)
        {
            var length = Math.Min(random.Next(1, 12), bytes.Length - at);
            segments.Add((at, length));
            if (random.Next(4) == 0)
                segments.Add((Math.Max(0, at - random.Next(6)), length));
            at += length;
        }

        var shuffled = segments.ToArray();
        for (var i = 0; i < shuffled.Length - 1; i++)
        {
            var other = Math.Min(shuffled.Length - 1, i + random.Next(6));
            (shuffled[i], shuffled[other]) = (shuffled[other], shuffled[i]);
        }

        var capture = new CaptureBuilder();
        var talk = new Conversation(capture) { ClientSequence = uint.MaxValue - 20 }.Open();
        var first = talk.ClientSequence;
        foreach (var (at, length) in shuffled)
        {
            talk.ClientSequence = unchecked(first + (uint)at);
            talk.FromClient(TcpFlags.Ack, bytes[at..Math.Min(bytes.Length, at + length)]);
        }

        Assert.That(capture.Flows(Options).Single().App, Is.EqualTo("toy"));
    }

    [Test]
    public void Garbage_that_a_receiver_would_drop_does_not_disturb()
    {
        var capture = new CaptureBuilder();
        var talk = new Conversation(capture).Open().Says("ASK one two");
        var now = talk.ClientSequence;
        talk.ClientSequence = now - 6;
        talk.Says("xxxxxx");
        talk.ClientSequence = now + 500_000;
        talk.Says("yyyyyy");
        talk.ClientSequence = now;
        talk.Says(Request["ASK one two".Length..]);
        Assert.That(capture.Flows(Options).Single().App, Is.EqualTo("toy"));
    }

    [Test]
    public void A_stream_without_its_beginning_is_tried_anew_at_a_later_segment()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Says("rest of something").Says(Request);
        Assert.That(capture.Flows(Options).Single().App, Is.EqualTo("toy"));
    }

    [TestCase(1, Description = "known at the flow's end")]
    [TestCase(40, Description = "known when no more can be held")]
    public void A_stream_whose_beginning_was_lost_behind_its_handshake_goes_on_at_what_came(int segments)
    {
        var capture = new CaptureBuilder();
        var talk = new Conversation(capture).Open();
        talk.ClientSequence += 700;
        for (var i = 0; i < segments; i++)
            talk.Says(Request);
        Assert.That(capture.Flows(Options).Single().App, Is.EqualTo("toy"));
    }

    [Test]
    public void Sides_that_speak_different_protocols_are_a_conflict()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open().Says(Request).Answers("BARK woof");
        var flow = capture.Flows(new TrafficOptions { Identifiers = new([new Toy(), new Dog()]) }).Single();
        Assert.That((flow.App, flow.State, flow.Conflict, flow.Weirds), Is.EqualTo(("dog", AppState.Conflict, "toy", "protocol_conflict")));
    }

    [TestCase(false, AppState.Identified, TestName = "What_follows_a_lost_beginning_is_no_conflict")]
    [TestCase(true, AppState.Conflict, TestName = "A_beginning_that_comes_late_is_a_conflict_all_the_same")]
    public void Only_the_beginning_of_a_side_contradicts(bool comes, AppState state)
    {
        var capture = new CaptureBuilder();
        var talk = new Conversation(capture).Open().Says(Request);
        var start = talk.ServerSequence;
        talk.ServerSequence = unchecked(start + 9);
        talk.Answers("BARK woof");
        if (comes)
        {
            talk.ServerSequence = start;
            talk.Answers("BARK woof");
        }

        var flow = capture.Flows(new TrafficOptions { Identifiers = new([new Toy(), new Dog()]) }).Single();
        Assert.That(flow.State, Is.EqualTo(state));
    }

    [Test]
    public void An_answer_of_another_protocol_is_a_conflict_in_segments_of_one_byte_too()
    {
        var capture = new CaptureBuilder();
        var talk = new Conversation(capture).Open().Says("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n");
        foreach (var letter in "SSH-2.0-OpenSSH_9.6\r\n")
            talk.Answers($"{letter}");
        var flow = capture.Flows().Single();
        Assert.That((flow.App, flow.State, flow.Conflict), Is.EqualTo(("ssh", AppState.Conflict, "http")));
    }

    [Test]
    public void A_keep_alive_before_the_first_message_does_not_hide_it()
    {
        var capture = new CaptureBuilder();
        capture.AddIp(Ip("10.0.0.1", "10.0.0.2", 17, Udp(1111, 2222, [0])));
        capture.AddIp(Ip("10.0.0.1", "10.0.0.2", 17, Udp(1111, 2222, Encoding.ASCII.GetBytes(Request))));
        Assert.That(capture.Flows(Options).Single().App, Is.EqualTo("toy"));
    }

    [Test]
    public void The_client_by_its_bytes_is_the_originator_of_a_flow_seen_from_the_middle()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture, clientPort: 80, serverPort: 50000).Says(Request);
        Assert.That(capture.Flows(Options).Single().SourcePort, Is.EqualTo(80));
    }

    [TestCase("", AppState.NoData)]
    [TestCase("\u0001\u0002", AppState.Unidentified)]
    public void Without_a_protocol_the_state_tells_silence_from_riddles(string said, AppState state)
    {
        var capture = new CaptureBuilder();
        var talk = new Conversation(capture).Open();
        if (said.Length > 0)
            talk.Says(said);
        Assert.That(capture.Flows(Options).Single().State, Is.EqualTo(state));
    }

    [Test]
    public void A_limit_on_open_verdicts_closes_the_oldest_and_says_so()
    {
        var capture = new CaptureBuilder();
        for (var i = 0; i < 20; i++)
            new Conversation(capture, clientPort: 40000 + i).Open().Says("ASK o");
        var flows = FlowRow.Run(capture.Pcap(), out var summary, Options with { MaxOpenVerdicts = 5 });
        Assert.That((flows.Count, summary.Counters.VerdictEvictions), Is.EqualTo((20, 15L)));
    }

    private sealed class Toy : Identifier
    {
        public override string App => "toy";

        public override Carrier Carrier => Carrier.Both;

        public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("ASK")];

        public override Claim Inspect(in Utterance said)
        {
            var expected = Encoding.ASCII.GetBytes(Request);
            if (said.Bytes.SequenceEqual(expected))
                return Claim.Yes(60, Role.Client, "request");
            return expected.AsSpan().StartsWith(said.Bytes) ? Claim.More : Claim.No;
        }
    }

    private sealed class Dog : Identifier
    {
        public override string App => "dog";

        public override Carrier Carrier => Carrier.Tcp;

        public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("BARK")];

        public override Claim Inspect(in Utterance said) => said.Bytes.StartsWith("BARK woof"u8) ? Claim.Yes(50, Role.Server, "bark") : Claim.No;
    }
}
