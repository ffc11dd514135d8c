using System.Text;
using DetectionKit.Testing.Synthesis.Frames;
using DetectionKit.Testing.Variants;
using DetectionKit.Testing.Variants.Packets;

namespace DetectionKit.Testing.Tests.Variants;

internal sealed class CaptureVariantTests
{
    private const long Begin = 1_700_000_000_000_000_000;

    private static IEnumerable<CaptureVariant> Variants => CaptureVariant.All;

    [TestCaseSource(nameof(Variants))]
    public void A_variant_changes_the_capture_and_no_verdict(CaptureVariant variant)
    {
        var capture = Capture();
        var before = VariantVerdicts.Of(capture);
        Assert.That(before.Values.Order(StringComparer.Ordinal), Is.EqualTo(new[] { "dns", "http", "ssh" }));
        Assert.That(variant.Apply(capture), Is.Not.EqualTo(capture));
        Assert.That(VariantVerdicts.Changed(variant, capture, before), Is.Empty);
    }

    [TestCaseSource(nameof(Variants))]
    public void A_variant_of_a_capture_is_always_the_same(CaptureVariant variant)
    {
        var once = variant.Apply(Capture());
        Assert.That(variant.Apply(Capture()), Is.EqualTo(once));
    }

    [TestCaseSource(nameof(Variants))]
    public void A_variant_of_a_damaged_capture_throws_nothing(CaptureVariant variant)
    {
        var random = new Random(31);
        for (var round = 0; round < 300; round++)
        {
            var bytes = Capture();
            for (var change = random.Next(1, 20); change > 0; change--)
                bytes[random.Next(24, bytes.Length)] = (byte)random.Next(256);
            Assert.That(() => variant.Apply(bytes), Throws.Nothing);
        }
    }

    [Test]
    public void Every_variant_has_a_name_of_its_own() => Assert.That(CaptureVariant.All.Select(variant => variant.Name), Is.Unique);

    private static byte[] Capture()
    {
        var frames = new Frames(1);
        var time = Begin;
        Stream(new(0x0A000001, 40_000), new(0xC0000201, 8123), "GET /index.html HTTP/1.1\r\nHost: www.example\r\nAccept: */*\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        Stream(new(0x0A000001, 40_001), new(0xC0000202, 2022), "SSH-2.0-OpenSSH_9.6\r\n", "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n");
        Add(FrameWriter.Udp(new(0x0A000001, 5000), new(0xC0000203, 1053), Convert.FromHexString("1a2b01000001000000000000037777770765786d61706c6503636f6d0000010001")));
        return frames.Write();

        void Stream(Endpoint client, Endpoint server, string request, string answer)
        {
            var (mine, theirs) = (1000u, 0xFFFFFFF0u);
            Add(FrameWriter.Tcp(client, server, mine++, 0, 2, []));
            Add(FrameWriter.Tcp(server, client, theirs++, mine, 18, []));
            Add(FrameWriter.Tcp(client, server, mine, theirs, 16, []));
            Add(FrameWriter.Tcp(client, server, mine, theirs, 24, Encoding.ASCII.GetBytes(request)));
            Add(FrameWriter.Tcp(server, client, theirs, unchecked(mine + (uint)request.Length), 24, Encoding.ASCII.GetBytes(answer)));
        }

        void Add(byte[] frame)
        {
            frames.Add(time, frame);
            time += 1_000_000;
        }
    }
}
