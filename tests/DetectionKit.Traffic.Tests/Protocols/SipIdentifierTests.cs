using DetectionKit.Traffic.Protocols.Sip;

namespace DetectionKit.Traffic.Tests.Protocols;

[TestFixture]
internal sealed class SipIdentifierTests() : IdentifierContract(new SipIdentifier())
{
    protected override IEnumerable<byte[]> Streams =>
    [
        Say.Bytes("SIP/2.0 200 OK\r\nVia: SIP/2.0/TCP 192.0.2.1\r\n\r\n"),
        Say.Bytes("OPTIONS sip:a@example.com SIP/2.0\r\nVia: SIP/2.0/TCP 192.0.2.1\r\n\r\n"),
    ];

    [TestCase("SIP/2.0 200 OK\r\nHTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n", "No")]
    [TestCase("SIP/2.0 200 OK\r\n\r\n", "Server: status line")]
    [TestCase("SIP/2.0 200 OK", "Server: status line")]
    public void Others(string text, string expected) => Assert.That(Say.Text(Say.Tcp(Identifier, Say.Bytes(text))), Is.EqualTo(expected));
}
