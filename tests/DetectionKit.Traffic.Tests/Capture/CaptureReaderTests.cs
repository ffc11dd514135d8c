using System.IO.Compression;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Tests.Building;

namespace DetectionKit.Traffic.Tests.Capture;

internal sealed class CaptureReaderTests
{
    private static readonly CaptureBuilder Two = new CaptureBuilder().Add([.. Enumerable.Range(0, 61).Select(i => (byte)i)]).Add([1, 2, 3]);

    [TestCase(false, false)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(true, true)]
    public void Pcap_is_read_in_both_byte_orders_and_resolutions(bool bigEndian, bool nanoseconds) =>
        Assert.That(Read(Two.Pcap(bigEndian, nanoseconds)), Is.EqualTo("61@1700000000000000000 3@1700000000001000000 "));

    [TestCase(false, null)]
    [TestCase(true, null)]
    [TestCase(false, (byte)9)]
    [TestCase(true, (byte)9)]
    public void Pcapng_is_read_in_both_byte_orders_and_resolutions(bool bigEndian, byte? resolution) =>
        Assert.That(Read(Two.PcapNg(bigEndian, resolution)), Is.EqualTo("61@1700000000000000000 3@1700000000001000000 "));

    [Test]
    public void Sections_may_follow_one_another_in_different_byte_orders() =>
        Assert.That(Read([.. Two.PcapNg(), .. Two.PcapNg(bigEndian: true)]).Split(' ', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(4));

    [Test]
    public void Gzip_is_told_by_its_first_bytes() =>
        Assert.That(Read(Gzip(Two.Pcap())), Is.EqualTo("61@1700000000000000000 3@1700000000001000000 "));

    [Test]
    public void A_truncated_capture_gives_what_is_whole_and_says_where_it_ends() =>
        Assert.That(Read(Two.Pcap()[..^1]), Is.EqualTo("61@1700000000000000000 truncated packet at offset 101"));

    [Test]
    public void Truncated_gzip_gives_what_is_whole()
    {
        var bytes = Gzip(Two.Pcap());
        Assert.That(Read(bytes[..^12]), Does.Contain("offset"));
    }

    [TestCase("", "empty file at offset 0")]
    [TestCase("something else, long enough", "neither pcap nor pcapng at offset 0")]
    public void A_foreign_file_is_an_error_and_no_exception(string content, string error) =>
        Assert.That(Read(System.Text.Encoding.ASCII.GetBytes(content)), Is.EqualTo(error));

    [TestCase("28B52FFD0458", "packed by zstd")]
    [TestCase("FD377A585A0000", "packed by xz")]
    [TestCase("425A6839314159", "packed by bzip2")]
    public void A_file_that_is_packed_otherwise_is_told(string begin, string error) =>
        Assert.That(Read(Convert.FromHexString(begin)), Does.StartWith(error));

    [Test]
    public void A_missing_file_is_an_error_and_no_exception()
    {
        using var reader = CaptureReader.Open("/nowhere/at/all.pcap");
        var packet = default(CapturedPacket);
        Assert.That(reader.Read(ref packet), Is.False);
        Assert.That(reader.Error?.ToString(), Is.EqualTo("no such file"));
    }

    [Test]
    public void A_folder_is_an_error_and_no_exception()
    {
        using var reader = CaptureReader.Open(Path.GetTempPath());
        Assert.That(reader.Error?.ToString(), Is.EqualTo("permission denied"));
    }

    [Test]
    public void A_file_is_read_by_its_path_whatever_letters_are_in_it([Values] bool ahead)
    {
        var path = Path.Combine(Path.GetTempPath(), $"dk-{Guid.NewGuid():n} ü→ .pcap");
        File.WriteAllBytes(path, Two.Pcap());
        try
        {
            Assert.That(Read(CaptureReader.Open(path, ahead)), Is.EqualTo("61@1700000000000000000 3@1700000000001000000 "));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionMode.Compress))
            gzip.Write(bytes);
        return target.ToArray();
    }

    private static string Read(byte[] file)
    {
        var text = Read(CaptureReader.Open(new MemoryStream(file)));
        Assert.That(Read(CaptureReader.Open(new MemoryStream(file), ahead: true)), Is.EqualTo(text), "read ahead");
        return text;
    }

    private static string Read(CaptureReader opened)
    {
        using var reader = opened;
        var packet = default(CapturedPacket);
        var text = "";
        while (reader.Read(ref packet))
            text += $"{packet.Data.Length}@{packet.Time} ";
        return text + reader.Error;
    }
}
