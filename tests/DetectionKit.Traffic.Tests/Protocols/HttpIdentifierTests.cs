using DetectionKit.Traffic.Protocols.Http;

namespace DetectionKit.Traffic.Tests.Protocols;

[TestFixture]
internal sealed class HttpIdentifierTests() : IdentifierContract(new HttpIdentifier())
{
    protected override IEnumerable<byte[]> Streams =>
    [
        Say.Bytes("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n"),
        Say.Bytes("POST http://a.example/x?y=1 HTTP/1.0\r\n\r\nbody"),
        Say.Bytes("CONNECT a.example:443 HTTP/1.1\r\n\r\n"),
        Say.Bytes("PROPFIND /dav HTTP/1.1\r\n\r\n"),
        Say.Bytes("HTTP/1.1 200 OK\r\n\r\n"),
        Say.Bytes("HTTP/1.0 404\r\n\r\n"),
    ];

    [TestCase("GET / HTTP/1.1\r\n", "Client: request line")]
    [TestCase("\r\nGET / HTTP/1.1\r\n", "Client: request line")]
    [TestCase("FROB /x HTTP/1.1\r\n", "Client: request line")]
    [TestCase("GET /x\r\n", "Client: request of HTTP/0.9")]
    [TestCase("BMOVE /x\r\n", "Client: request of HTTP/0.9")]
    [TestCase("ORDERPATCH /x\r\n", "Client: request of HTTP/0.9")]
    [TestCase("UPDATEREDIRECTREF /x\r\n", "Client: request of HTTP/0.9")]
    [TestCase("GET /cut/off/he", "Client: method and target, cut")]
    [TestCase("HTTP/1.1 301 Moved\r\n", "Server: status line")]
    [TestCase("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "No")]
    [TestCase("OPTIONS rtsp://h/ RTSP/1.0\r\n", "No")]
    [TestCase("OPTIONS sip:a@b SIP/2.0\r\n", "No")]
    [TestCase("REQMOD icap://h/ ICAP/1.0\r\n", "No")]
    [TestCase("get me a drink\r\n", "No")]
    [TestCase("GET together tonight\r\n", "No")]
    [TestCase("HTTP is a protocol\r\n", "No")]
    public void Lines(string text, string expected) => Assert.That(Say.Text(Say.Tcp(Identifier, Say.Bytes(text))), Is.EqualTo(expected));
}
