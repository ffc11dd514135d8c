using System.IO.Compression;

namespace DetectionKit.Cli.Tests;

/// <summary><c>dk flows --threads N</c> against <c>--threads 1</c>: the same bytes come out.</summary>
public sealed class FlowsThreadsTests
{
    private Sandbox _sandbox = null!;
    private string[] _captures = null!;

    [SetUp]
    public void MakeRepository()
    {
        _sandbox = new Sandbox();
        string[] all = [.. Directory.GetFiles(Path.Combine(Dk.Root, "datasets"), "capture.pcap*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        // One that is packed, one that ends within a packet and one that is none stand between the others.
        Pack(all[0], _sandbox.PathOf("packed.pcap.gz"));
        File.WriteAllBytes(_sandbox.PathOf("short.pcap"), File.ReadAllBytes(all[1])[..^3]);
        File.WriteAllText(_sandbox.PathOf("none.pcap"), "no capture at all, and long enough to say so");
        _captures = ["packed.pcap.gz", .. all[..(all.Length / 2)], "short.pcap", "none.pcap", .. all[(all.Length / 2)..]];
    }

    [TearDown]
    public void RemoveRepository() => _sandbox.Dispose();

    [TestCase("json")]
    [TestCase("none")]
    public void Many_captures_give_the_same_output_and_the_same_complaints(string format)
    {
        var one = _sandbox.Dk(["flows", "--format", format, "--why", .. _captures]);
        Assert.That(one.Output, Is.Not.Empty);
        Assert.That(one.Error, Does.Contain("short.pcap").And.Contain("none.pcap"));
        foreach (var threads in new[] { "2", "3", "4" })
        {
            var many = _sandbox.Dk(["flows", "--format", format, "--why", "--threads", threads, .. _captures]);
            Assert.That((many.Output, many.Error, many.Code), Is.EqualTo((one.Output, one.Error, one.Code)), threads);
        }
    }

    [TestCase("packed.pcap.gz")]
    [TestCase("short.pcap")]
    public void A_capture_that_is_read_ahead_gives_the_same_output(string capture)
    {
        var one = _sandbox.Dk("flows", "--format", "json", capture);
        var two = _sandbox.Dk("flows", "--format", "json", "--threads", "2", capture);
        Assert.That((two.Output, two.Error, two.Code), Is.EqualTo((one.Output, one.Error, one.Code)));
    }

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("1000")]
    [TestCase("many")]
    public void A_number_of_threads_that_makes_no_sense_is_refused(string threads) =>
        Assert.That(_sandbox.Dk("flows", "--threads", threads, "short.pcap").Code, Is.EqualTo(2));

    [Test]
    public void A_reader_that_goes_away_ends_all_of_them()
    {
        var result = Dk.Shell(_sandbox.PathOf("."), $"$dk flows --format json --threads 3 {string.Join(' ', _captures)} 2>/dev/null | head -n 1");
        Assert.That(result.Lines, Has.Length.EqualTo(1));
    }

    private static void Pack(string from, string to)
    {
        using var target = new GZipStream(File.Create(to), CompressionLevel.Fastest);
        target.Write(File.ReadAllBytes(from));
    }
}
