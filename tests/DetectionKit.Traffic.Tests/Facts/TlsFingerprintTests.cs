using DetectionKit.Traffic.Protocols.Ssl;
using static DetectionKit.Traffic.Tests.Building.TlsBuilder;

namespace DetectionKit.Traffic.Tests.Facts;

/// <summary>The examples that the fingerprints' own descriptions publish.</summary>
internal sealed class TlsFingerprintTests
{
    private static readonly ushort[] FullCiphers = [47, 53, 5, 10, 49161, 49162, 49171, 49172, 50, 56, 19, 4];
    private static readonly ushort[] BareCiphers = [4, 5, 10, 9, 100, 98, 3, 6, 19, 18, 99];

    // Out of order and with reserved values, as a browser sends them.
    private static readonly ushort[] BrowserCiphers =
        [0x2A2A, 0x1301, 0x1302, 0x1303, 0xC02B, 0xC02F, 0xC02C, 0xC030, 0xCCA9, 0xCCA8, 0xC013, 0xC014, 0x009C, 0x009D, 0x002F, 0x0035];

    private static readonly ushort[] Schemes = [0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601];

    [Test]
    public void Ja3_of_a_hello_with_extensions_is_as_published()
    {
        var hello = Read(ClientHello(769, FullCiphers, ServerName("a.test"), Numbers(10, 23, 24, 25), Extension(11, [1, 0])));
        Assert.That(TlsFingerprints.Ja3Text(hello), Is.EqualTo("769,47-53-5-10-49161-49162-49171-49172-50-56-19-4,0-10-11,23-24-25,0"));
        Assert.That(TlsFingerprints.Ja3(hello), Is.EqualTo("ada70206e40642a3e4461f35503241d5"));
    }

    [Test]
    public void Ja3_of_a_hello_without_extensions_is_as_published()
    {
        var hello = Read(ClientHello(769, BareCiphers));
        Assert.That(TlsFingerprints.Ja3Text(hello), Is.EqualTo("769,4-5-10-9-100-98-3-6-19-18-99,,,"));
        Assert.That(TlsFingerprints.Ja3(hello), Is.EqualTo("de350869b8c85de67a350c8d186f11e6"));
    }

    [Test]
    public void Ja4_sorts_and_leaves_reserved_values_out()
    {
        Assert.That(TlsFingerprints.Ja4(Read(Browser("h2")), 't'), Is.EqualTo("t13d1516h2_8daaf6152771_e5627efa2ab1"));
    }

    [TestCase("http/1.1", "h1")]
    [TestCase("x", "xx")]
    [TestCase("\u00ABcd", "a4")]
    [TestCase("0\u00AB", "3b")]
    public void Ja4_names_the_first_protocol_by_its_ends(string protocol, string expected)
    {
        Assert.That(TlsFingerprints.Ja4(Read(Browser(protocol)), 'q'), Is.EqualTo($"q13d1516{expected}_8daaf6152771_e5627efa2ab1"));
    }

    [Test]
    public void Ja4_of_an_old_hello_has_zeros_where_there_are_no_extensions()
    {
        Assert.That(TlsFingerprints.Ja4(Read(ClientHello(0x0300, BareCiphers)), 't'), Does.Match("^ts3i110000_[0-9a-f]{12}_000000000000$"));
    }

    private static byte[] Browser(string protocol) => ClientHello(
        0x0303, BrowserCiphers, Extension(0x1A1A), Extension(27), ServerName("a.test"), Extension(51), Extension(43, [4, 0x8A, 0x8A, 3, 4]), Extension(5),
        Extension(0xFF01), Extension(18), Extension(35), Numbers(10, 0x3A3A, 29, 23), Extension(45), Extension(11, [1, 0]), Extension(23), Numbers(13, Schemes),
        Alpn(protocol, "http/1.1"), Extension(0x4469), Extension(21), Extension(0x3A3A));

    private static ClientHello Read(byte[] message) => DetectionKit.Traffic.Protocols.Ssl.ClientHello.Read(message.AsSpan(4)) ?? throw new AssertionException("no hello");

}
