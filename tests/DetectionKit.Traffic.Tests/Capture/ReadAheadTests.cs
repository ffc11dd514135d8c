using System.Security.Cryptography;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Tests.Building;

namespace DetectionKit.Traffic.Tests.Capture;

/// <summary>A capture that a second thread reads ahead gives the same records as one that is read when it is wanted.</summary>
internal sealed class ReadAheadTests
{
    // Below, at and above the room that a block has for what was left of the block before it, and as large as records get.
    private static readonly int[] Sizes = [60, 1514, 0, 65_000, 65_536, 65_537, 9000, 262_144, 1, 200_000];

    [TestCase(int.MaxValue)]
    [TestCase(100_000)]
    [TestCase(4096)]
    [TestCase(7)]
    public void Records_of_all_sizes_are_the_same_however_the_stream_gives_them(int atOnce)
    {
        var file = Records(atOnce < 100 ? 10 : 60).Pcap();
        var expected = Digest(CaptureReader.Open(new MemoryStream(file)));
        Assert.That(Digest(CaptureReader.Open(new Trickle(file, atOnce, failAt: int.MaxValue), ahead: true)), Is.EqualTo(expected));
    }

    [Test]
    public void Blocks_of_megabytes_that_no_one_reads_are_passed()
    {
        byte[] section = Records(3).PcapNg();
        var foreign = new byte[5 << 20];
        BitConverter.TryWriteBytes(foreign, 0x0BAD);
        BitConverter.TryWriteBytes(foreign.AsSpan(4), foreign.Length);
        BitConverter.TryWriteBytes(foreign.AsSpan(foreign.Length - 4), foreign.Length);
        byte[] file = [.. section, .. foreign, .. section, .. foreign, .. foreign, .. section];
        var expected = Digest(CaptureReader.Open(new MemoryStream(file)));
        Assert.That(expected, Does.StartWith("9 "));
        Assert.That(Digest(CaptureReader.Open(new MemoryStream(file), ahead: true)), Is.EqualTo(expected));
    }

    [Test]
    public void A_disk_that_fails_leaves_what_came_before()
    {
        var file = Records(60).Pcap();
        foreach (var at in new[] { 100, 300_000, 1_000_000 })
        {
            var expected = Digest(CaptureReader.Open(new Trickle(file, 50_000, at)));
            Assert.That(expected, Does.Contain("read error"));
            Assert.That(Digest(CaptureReader.Open(new Trickle(file, 50_000, at), ahead: true)), Is.EqualTo(expected));
        }
    }

    [Test]
    public void A_reader_may_be_left_before_its_end()
    {
        var stream = new Trickle(Records(60).Pcap(), 50_000, int.MaxValue);
        var packet = default(CapturedPacket);
        using (var reader = CaptureReader.Open(stream, ahead: true))
            Assert.That(reader.Read(ref packet));
        Assert.That(() => stream.IsDisposed, Is.True.After(5).Seconds.PollEvery(10));
    }

    [Test]
    public void What_the_stream_throws_is_thrown_where_its_bytes_are_wanted()
    {
        var stream = new Trickle(Records(60).Pcap(), 50_000, int.MaxValue) { Bug = true };
        Assert.That(() => Digest(CaptureReader.Open(stream, ahead: true)), Throws.TypeOf<ArithmeticException>());
    }

    private static CaptureBuilder Records(int count)
    {
        var capture = new CaptureBuilder();
        for (var i = 0; i < count; i++)
        {
            var frame = new byte[Sizes[i % Sizes.Length]];
            for (var at = 0; at < frame.Length; at++)
                frame[at] = (byte)((at * 31) + (at >> 8) + i);
            capture.Add(frame);
        }

        return capture;
    }

    private static string Digest(CaptureReader opened)
    {
        using var reader = opened;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var packet = default(CapturedPacket);
        var count = 0;
        for (; reader.Read(ref packet); count++)
        {
            hash.AppendData(packet.Data);
            hash.AppendData(BitConverter.GetBytes(packet.Time));
        }

        return $"{count} {Convert.ToHexString(hash.GetCurrentHash())} {reader.Offset} {reader.Error}";
    }

    /// <summary>A stream that gives a few bytes at once, and fails at a place.</summary>
    private sealed class Trickle(byte[] file, int atOnce, int failAt) : MemoryStream(file, writable: false)
    {
        public bool IsDisposed { get; private set; }

        public bool Bug { get; init; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Bug && Position > 0)
                throw new ArithmeticException();
            if (Position >= failAt)
                throw new IOException("the disk is gone");
            return base.Read(buffer, offset, Math.Min(count, Math.Min(atOnce, failAt - (int)Math.Min(Position, failAt))));
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
