using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Packets.Fragments;
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

    // Its bytes are as many as the end says, but the first ones are not there.
    [Test]
    public void An_end_before_what_another_fragment_reached_makes_no_datagram()
    {
        var capture = new CaptureBuilder()
            .AddIp(Ip4("10.0.0.1", "192.0.2.1", 17, Datagram[8..400], 7, 8, more: true))
            .AddIp(Ip4("10.0.0.1", "192.0.2.1", 17, Datagram[384..392], 7, 384));
        Assert.That(capture.Flows().Single().Weirds.Split(','), Is.SupersetOf(new[] { "fragment_overlap", "fragment_incomplete" }));
    }

    [Test]
    public void Fragments_without_end_that_claim_to_be_long_do_no_harm()
    {
        var datagram = new Datagram();
        var piece = new Packet { IsFragment = true, MoreFragments = true, FragmentOffset = 65_528, PayloadLength = 65_512, IpLength = 65_535, IpVersion = 4 };
        datagram.Begin(FragmentKey.Of(in piece), in piece);
        for (var i = 0; i < 40_000; i++)
            datagram.Add(in piece, OverlapPolicy.Linux);
        Assert.That((datagram.Facts.Count, datagram.Facts.IpBytes), Is.EqualTo((40_000, int.MaxValue)));
    }

    private static byte[] Piece(int offset, int length) =>
        Ip4("10.0.0.1", "192.0.2.1", 17, Datagram[offset..(offset + length)], 7, offset, offset + length < Datagram.Length);
}
