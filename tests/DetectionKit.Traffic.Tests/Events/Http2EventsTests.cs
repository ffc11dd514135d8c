using DetectionKit.Abstractions.Models.Web;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Tests.Building;

namespace DetectionKit.Traffic.Tests.Events;

/// <summary>Requests and responses of HTTP/2's streams (RFC 9113), however their header blocks are cut.</summary>
internal sealed class Http2EventsTests
{
    private const string Settings = "000000040000000000";
    private const string NotFound = "0000010105000000018D";

    // The request of RFC 7541 appendix C.4.1: GET http www.example.com /.
    private const string Block = "828684418CF1E3C2E5F23A6BA0AB90F4FF";

    [TestCase("000011010500000001" + Block, TestName = "A header block in one frame")]
    [TestCase("000005010100000001" + "828684418C" + "00000C090400000001" + "F1E3C2E5F23A6BA0AB90F4FF", TestName = "A header block that goes on in a CONTINUATION")]
    [TestCase("000001010100000001" + "82" + "000001090000000001" + "86" + "00000F090400000001" + "84418CF1E3C2E5F23A6BA0AB90F4FF", TestName = "A header block in three frames")]
    [TestCase("000019012D00000001" + "02" + "0000000010" + Block + "0000", TestName = "A header block with padding and a priority")]
    public void A_request_is_read(string frames)
    {
        var e = Run(Preface(Settings + frames), Settings + NotFound).Single();
        Assert.That((e.HttpMethod, e.Site, e.Url, e.Status), Is.EqualTo(("GET", "www.example.com", "/", "404")));
    }

    [Test]
    public void A_connect_names_its_authority()
    {
        // :method and :authority as literals with indexed names.
        const string connect = "00001A01050000000142" + "07434F4E4E454354" + "410F" + "612E6578616D706C652E6E65743A32";
        var e = Run(Preface(Settings + connect), Settings + "00000101040000000188").Single();
        Assert.That((e.HttpMethod, e.Url, e.Status), Is.EqualTo(("CONNECT", "a.example.net:2", "200")));
    }

    [Test]
    public void An_upgrade_to_h2c_is_answered_on_the_first_stream()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open()
            .Says("GET /up HTTP/1.1\r\nHost: a.example\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n")
            .Answers("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n")
            .FromServer(TcpFlags.Ack, Convert.FromHexString(Settings + NotFound))
            .FromClient(TcpFlags.Ack, Preface(Settings + "000011010500000003" + Block))
            .FromServer(TcpFlags.Ack, Convert.FromHexString("00000101050000000388")).Close();
        Assert.That(
            ModelEvents.Of(capture).OfType<WebRequest>().Select(e => $"{e.HttpMethod} {e.Site} {e.UriPath} {e.Status}"),
            Is.EquivalentTo(new[] { "GET a.example /up 404", "GET www.example.com / 200" }));
        var facts = FlowFactsOf.First(capture);
        Assert.That((facts.App, facts.Inner), Is.EqualTo(("http", "http2")));
    }

    [Test]
    public void A_connect_of_http1_is_a_request_and_what_it_carries_is_inside()
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open().Says("CONNECT b.example:22 HTTP/1.1\r\nHost: b.example:22\r\n\r\n").Answers("HTTP/1.1 200 OK\r\n\r\n")
            .Answers("SSH-2.0-OpenSSH_9.6\r\n").Says("SSH-2.0-PuTTY_0.80\r\n").Close();
        var e = ModelEvents.Of(capture).OfType<WebRequest>().Single();
        Assert.That((e.HttpMethod, e.Url, e.Status), Is.EqualTo(("CONNECT", "b.example:22", "200")));
        var facts = FlowFactsOf.First(capture);
        Assert.That((facts.App, facts.Inner), Is.EqualTo(("http", "ssh")));
    }

    private static byte[] Preface(string frames) => [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Convert.FromHexString(frames)];

    private static IEnumerable<WebRequest> Run(byte[] client, string server)
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open().FromClient(TcpFlags.Ack, client).FromServer(TcpFlags.Ack, Convert.FromHexString(server)).Close();
        return ModelEvents.Of(capture).OfType<WebRequest>();
    }
}
