using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Ssl;

namespace DetectionKit.Traffic.Tests.Protocols;

[TestFixture]
internal sealed class SslIdentifierTests() : IdentifierContract(new SslIdentifier())
{
    private static readonly string Random32 = string.Concat(Enumerable.Range(0, 32).Select(i => ((i * 37) & 255).ToString("X2", System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>RFC 8446 section 4.1.2: two cipher suites and a server name.</summary>
    private static readonly byte[] ClientHello = Say.Hex("16 0301 0041 01 00003D 0303" + Random32 + "00 0004 1301 C02F 01 00 0010 0000 000C 000A 00 0007 612E74657374 2E");

    private static readonly byte[] ServerHello = Say.Hex("16 0303 0031 02 00002D 0303" + Random32 + "00 C02F 00 0005 FF01 0001 00 16 0303 0004 0E 000000");

    protected override IEnumerable<byte[]> Streams => [ClientHello, ServerHello, Say.Hex("15 0301 0002 02 28"), Say.Hex("14 0303 0001 01 16 0303 0028" + Random32 + Random32[..16])];

    [Test]
    public void A_client_hello_of_SSL_two_is_known()
    {
        var hello = Say.Hex("80 2E 01 0301 0015 0000 0010 010080 000004 000005 00000A 0700C0 000009 000006" + Random32[..32]);
        Assert.That(Say.Text(Say.Tcp(Identifier, hello)), Is.EqualTo("Client: SSL 2.0 client hello"));
    }

    [Test]
    public void Application_data_from_the_middle_of_a_connection_is_known_by_the_chain_of_records()
    {
        var record = Say.Hex("17 0303 0020" + Random32);
        Assert.That(Say.Tcp(Identifier, [.. record, .. record], fromStart: false).Bits, Is.GreaterThanOrEqualTo(Evidence.Decisive));
    }

    [TestCase("16 0301 0041 01 00FFFF 0909")]
    [TestCase("16 0901 0041 01 00003D 0303")]
    [TestCase("17 0303 0000 17 0303 0000")]
    [TestCase("00 00 00 01 00 00 00 01 00 00 00 10")]
    [TestCase("15 0301 0002 05 FF")]
    public void Others_are_not(string hex) => Assert.That(Say.Tcp(Identifier, Say.Hex(hex)).Kind, Is.EqualTo(ClaimKind.No));
}
