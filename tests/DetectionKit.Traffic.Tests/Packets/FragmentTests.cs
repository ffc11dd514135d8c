using DetectionKit.Traffic.Tests.Building;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Packets;

internal sealed class FragmentTests
{
    private static readonly byte[] Datagram = Udp(1111, 2222, [.. Enumerable.Range(0, 392).Select(i => (byte)i)]);

    [TestCase(false)]
    [TestCase(true)]
    public void Fragments_in_any_order_make_one_datagram(bool reversed)
    {
        var pieces = Enumerable.Range(0, 5).Select(i => Piece(i * 80, 80));
        var capture = new CaptureBuilder();
        foreach (var piece in reversed ? pieces.Reverse() : pieces)
            capture.AddIp(piece);
        var flow = capture.Flows().Single();
        Assert.That((flow.DestinationPort, flow.Fragments, flow.PacketsOut, flow.BytesOut), Is.EqualTo((2222, 5L, 5L, 400L + (5 * 20))));
        Assert.That(flow.Weirds, Is.Empty);
    }

    [Test]
    public void Overlaps_and_tiny_fragments_are_counted_on_the_flow()
    {
        var capture = new CaptureBuilder().AddIp(Piece(0, 16)).AddIp(Piece(8, 392));
        Assert.That(capture.Flows()[0].Weirds, Is.EqualTo("fragment_overlap,fragment_tiny"));
    }

    [Test]
    public void A_datagram_that_stays_incomplete_is_reported_with_its_ports()
    {
        var capture = new CaptureBuilder().AddIp(Piece(0, 80)).AddIp(Piece(160, 80));
        var flow = capture.Flows().Single();
        Assert.That((flow.DestinationPort, flow.Weirds), Is.EqualTo((2222, "fragment_incomplete")));
    }

    [Test]
    public void Many_incomplete_datagrams_are_a_flood()
    {
        var capture = new CaptureBuilder();
        for (ushort id = 0; id < 40; id++)
            capture.AddIp(Ip4("10.0.0.1", "192.0.2.1", 17, Datagram[..80], id, 0, more: true));
        Assert.That(capture.Flows().Single().Weirds, Does.Contain("fragment_flood"));
    }

    // Old: bytes 8..24 say 'o'; new: another range says 'n'. What the datagram holds from byte 8 on.
    [TestCase(OverlapPolicy.First, 8, 16, "oo")]
    [TestCase(OverlapPolicy.Last, 8, 16, "no")]
    [TestCase(OverlapPolicy.Bsd, 8, 16, "oo")]
    [TestCase(OverlapPolicy.Linux, 8, 16, "no")]
    [TestCase(OverlapPolicy.BsdRight, 8, 16, "no")]
    [TestCase(OverlapPolicy.Windows, 8, 16, "oo")]
    [TestCase(OverlapPolicy.Solaris, 8, 16, "oo")]
    [TestCase(OverlapPolicy.Bsd, 0, 16, "no")]
    [TestCase(OverlapPolicy.BsdRight, 0, 16, "oo")]
    [TestCase(OverlapPolicy.Windows, 0, 24, "oo")]
    [TestCase(OverlapPolicy.Solaris, 0, 24, "nn")]
    [TestCase(OverlapPolicy.Windows, 0, 32, "nn")]
    [TestCase(OverlapPolicy.First, 0, 32, "oo")]
    public void The_policy_says_whose_bytes_win(OverlapPolicy policy, int offset, int end, string expected)
    {
        var datagram = new DetectionKit.Traffic.Packets.Fragments.Datagram();
        var old = Fragment(8, 24, (byte)'o');
        datagram.Begin(default, in old);
        datagram.Add(in old, policy);
        var newer = Fragment(offset, end, (byte)'n');
        datagram.Add(in newer, policy);
        var first = Fragment(0, 8, (byte)'.');
        datagram.Add(in first, OverlapPolicy.First);
        var whole = default(DetectionKit.Traffic.Packets.Packet);
        datagram.Fill(ref whole);
        Assert.That($"{(char)whole.Payload[8]}{(char)whole.Payload[16]}", Is.EqualTo(expected));
    }

    private static DetectionKit.Traffic.Packets.Packet Fragment(int offset, int end, byte content)
    {
        var bytes = new byte[end - offset];
        Array.Fill(bytes, content);
        return new() { IsFragment = true, MoreFragments = true, FragmentOffset = offset, Payload = bytes, PayloadLength = bytes.Length, IpVersion = 4 };
    }

    private static byte[] Piece(int offset, int length) =>
        Ip4("10.0.0.1", "192.0.2.1", 17, Datagram[offset..(offset + length)], 7, offset, offset + length < Datagram.Length);
}
