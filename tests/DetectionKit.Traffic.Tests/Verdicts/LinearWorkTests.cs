using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Tests.Building;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Verdicts;

/// <summary>Twice the input costs at most twice the work, counted and not timed: bytes that identifiers and followers were shown, and how often they were asked.</summary>
internal sealed class LinearWorkTests
{
    private static IEnumerable<TestCaseData> Adversaries()
    {
        yield return new TestCaseData((Func<int, CaptureBuilder>)OneByteSegments).SetName("One-byte segments");
        yield return new TestCaseData((Func<int, CaptureBuilder>)UndecidedDatagrams).SetName("Datagrams that never decide");
        yield return new TestCaseData((Func<int, CaptureBuilder>)DeepTunnels).SetName("Deep tunnels");
        yield return new TestCaseData((Func<int, CaptureBuilder>)TinyFragments).SetName("Thousands of tiny fragments");
        yield return new TestCaseData((Func<int, CaptureBuilder>)OverlappingFragments).SetName("Fragments that overlap all others");
        yield return new TestCaseData((Func<int, CaptureBuilder>)BackwardFragments).SetName("Fragments from the end on");
        yield return new TestCaseData((Func<int, CaptureBuilder>)CompressedNames).SetName("Names that point at names");
        yield return new TestCaseData((Func<int, CaptureBuilder>)HugeHeader).SetName("A huge HTTP header");
        yield return new TestCaseData((Func<int, CaptureBuilder>)OutOfOrder).SetName("Segments out of order");
        foreach (var (name, first, rest) in Trickles)
            yield return new TestCaseData((Func<int, CaptureBuilder>)(size => Trickle(size, first, rest))).SetName($"{name}, byte by byte");
    }

    [TestCaseSource(nameof(Adversaries))]
    public void Work_grows_no_faster_than_the_input(Func<int, CaptureBuilder> adversary)
    {
        var (once, twice) = (Work(adversary(1000)), Work(adversary(2000)));
        Assert.That(once, Is.GreaterThan(0));
        Assert.That(twice, Is.LessThanOrEqualTo((2 * once) + 100_000), $"{once} then {twice}");
    }

    /// <summary>What protocols begin with, and what makes their followers wait for more.</summary>
    private static readonly (string Name, string First, string Tail)[] Trickles =
    [
        ("HTTP header", "GET / HTTP/1.1\r\nHost: a.example\r\nX: ", "a"),
        ("FTP line", "USER me\r\nPASS me\r\nTYPE I\r\nRETR ", "a"),
        ("SMTP line", "EHLO me\r\nMAIL FROM:<a@a.example>\r\nRCPT TO:<", "a"),
        ("TLS handshake", "\u0016\u0003\u0001\u003f\u00ff\u0001\u0000\u003f\u00fb\u0003\u0003", "\u0000"),
        ("SSH banner", "SSH-2.0-me\r\n\u0000\u0000\u007f\u00f0\u0004\u0014", "\u0000"),
        ("SMB message", "\u0000\u0000\u007f\u00f0\u00feSMB@\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0001\u0000", "\u0000"),
        ("SIP header", "OPTIONS sip:a@a.example SIP/2.0\r\nX: ", "a"),
        ("Redis string", "*2\r\n$3\r\nSET\r\n$8000\r\n", "a"),
    ];

    [TestCaseSource(nameof(Trickles))]
    public void A_stream_in_segments_of_one_byte_is_shown_to_nobody_more_than_some_dozen_times((string Name, string First, string Tail) trickle)
    {
        const int size = 8000;
        Assert.That(Work(Trickle(size, trickle.First, trickle.Tail)), Is.LessThan(64 * size));
    }

    private static CaptureBuilder Trickle(int size, string first, string rest)
    {
        var capture = new CaptureBuilder();
        var conversation = new Conversation(capture).Open().Says(first);
        for (var at = 0; at < size; at++)
            conversation.Says(rest);
        return capture;
    }

    private static long Work(CaptureBuilder capture)
    {
        FlowRow.Run(capture.Pcap(), out var summary, TrafficOptions.Default with { ProtocolFacts = true });
        return summary.Counters.Work + summary.Counters.FragmentWork;
    }

    private static CaptureBuilder OneByteSegments(int size)
    {
        var capture = new CaptureBuilder();
        for (var port = 0; port < size / 500; port++)
        {
            var conversation = new Conversation(capture, clientPort: 2000 + port).Open();
            for (var at = 0; at < 500; at++)
                conversation.Says("GET /"[(at % 5)..((at % 5) + 1)]);
        }

        var one = new Conversation(capture).Open();
        for (var at = 0; at < size; at++)
            one.Says(at < 4 ? "GET "[at..(at + 1)] : "a");
        return capture;
    }

    private static CaptureBuilder UndecidedDatagrams(int size)
    {
        var capture = new CaptureBuilder();
        var random = new Random(3);
        for (var at = 0; at < size; at++)
        {
            var bytes = new byte[200];
            random.NextBytes(bytes);
            bytes[0] = 0x40;
            capture.AddIp(Ip("10.0.0.1", "192.0.2.1", 17, Udp(4000 + (at / 100), 5000, bytes)));
        }

        return capture;
    }

    private static CaptureBuilder DeepTunnels(int size)
    {
        var capture = new CaptureBuilder();
        var packet = Ip("10.0.0.1", "192.0.2.1", 17, Udp(1, 2, Convert.FromHexString("400101000001000000000000")));
        for (var depth = 0; depth < 5; depth++)
            packet = Ip("10.0.0.1", "192.0.2.2", 47, [0, 0, 8, 0, .. packet]);
        for (var at = 0; at < size; at++)
            capture.AddIp(packet);
        return capture;
    }

    private static CaptureBuilder TinyFragments(int size)
    {
        var capture = new CaptureBuilder();
        for (var at = 0; at < size; at++)
            capture.AddIp(Ip4("10.0.0.1", "192.0.2.1", 17, new byte[8], id: 9, offset: at * 8, more: true));
        capture.AddIp(Ip4("10.0.0.1", "192.0.2.1", 17, new byte[8], id: 9, offset: size * 8));
        return capture;
    }

    /// <summary>Of constant size, one unit further each: every one lies over those before it.</summary>
    private static CaptureBuilder OverlappingFragments(int size)
    {
        var capture = new CaptureBuilder();
        for (var at = 0; at < size; at++)
            capture.AddIp(Ip4("10.0.0.1", "192.0.2.1", 17, new byte[800], id: 9, offset: at * 8, more: true));
        return capture;
    }

    private static CaptureBuilder BackwardFragments(int size)
    {
        var capture = new CaptureBuilder();
        for (var at = size; at >= 0; at--)
            capture.AddIp(Ip4("10.0.0.1", "192.0.2.1", 17, new byte[8], id: 9, offset: at * 8, more: at < size));
        return capture;
    }

    private static CaptureBuilder CompressedNames(int size)
    {
        var capture = new CaptureBuilder();
        var header = Convert.FromHexString("000100000010001000100000");
        for (var at = 0; at < size; at++)
        {
            // Each name begins with a label and goes on at the one before.
            var message = new List<byte>(header);
            for (var name = 0; name < 60; name++)
                message.AddRange([1, (byte)'a', 0xC0, (byte)(name == 0 ? 12 : 12 + ((name - 1) * 8)), 0, 1, 0, 1]);
            capture.AddIp(Ip("10.0.0.1", "192.0.2.1", 17, Udp(1024 + at, 5000, [.. message])));
        }

        return capture;
    }

    private static CaptureBuilder HugeHeader(int size)
    {
        var capture = new CaptureBuilder();
        var conversation = new Conversation(capture).Open().Says("QWERTY /");
        for (var at = 0; at < size; at++)
            conversation.Says(new string('a', 100));
        return capture;
    }

    private static CaptureBuilder OutOfOrder(int size)
    {
        var capture = new CaptureBuilder();
        for (var port = 0; port < size / 25; port++)
        {
            var conversation = new Conversation(capture, clientPort: 1024 + port).Open();
            var first = conversation.ClientSequence;
            for (var at = 24; at >= 0; at--)
            {
                conversation.ClientSequence = unchecked(first + (uint)at);
                conversation.FromClient(TcpFlags.Ack, [(byte)(at == 0 ? 'G' : 'E')]);
            }
        }

        return capture;
    }
}
