using DetectionKit.Traffic.Capture;

namespace DetectionKit.Traffic.Tests.Capture;

public sealed class PcapNgWriterTests
{
    [Test]
    public void What_is_written_is_read_again()
    {
        using var file = new MemoryStream();
        var writer = new PcapNgWriter(file, LinkType.Ethernet);
        for (var length = 0; length < 40; length++)
            writer.Write(new CapturedPacket { Data = Bytes(length), Time = 1_700_000_000_123_456_789 + length, WireLength = length + 5, LinkType = LinkType.Ethernet });
        using var reader = CaptureReader.Open(new MemoryStream(file.ToArray()));
        var packet = default(CapturedPacket);
        for (var length = 0; length < 40; length++)
        {
            Assert.That(reader.Read(ref packet), Is.True);
            Assert.That(packet.Data.ToArray(), Is.EqualTo(Bytes(length)));
            Assert.That((packet.Time, packet.WireLength, packet.LinkType), Is.EqualTo((1_700_000_000_123_456_789 + length, length + 5, LinkType.Ethernet)));
        }

        Assert.That(reader.Read(ref packet), Is.False);
        Assert.That(reader.Error, Is.Null);
    }

    private static byte[] Bytes(int length) => [.. Enumerable.Range(1, length).Select(i => (byte)i)];
}
