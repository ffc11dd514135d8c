using System.Text;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Tests.Building;
using DetectionKit.Traffic.Tests.Protocols;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Facts;

/// <summary>What messages of binary protocols tell of their flow.</summary>
internal sealed class MessageFactsTests
{
    private const string Negotiate = "FE534D4240000000000000000000010000000000000000000000000000000000FFFE000000000000000000000000000000000000000000000000000000000000";

    [TestCase("ntp_mode", "client server", "C0x23000600000000000000000000000000000000000000000000000000000000000000000000000000E8F3B2A100000000",
        "S0x24020600000000000000000000000000E8F3B2A000000000E8F3B2A100000000E8F3B2A100000000E8F3B2A100000000")]
    [TestCase("ntp_version", "4", "C0x23000600000000000000000000000000000000000000000000000000000000000000000000000000E8F3B2A100000000")]
    [TestCase("ntp_stratum", "2", "C0x23000600000000000000000000000000000000000000000000000000000000000000000000000000E8F3B2A100000000",
        "S0x24020600000000000000000000000000E8F3B2A000000000E8F3B2A100000000E8F3B2A100000000E8F3B2A100000000")]
    [TestCase("snmp_version", "2c", "C0x3026020101 0406 7075626C6963 A019 0201 01 0201 00 0201 00 300E 300C 0608 2B06010201010100 0500")]
    [TestCase("snmp_community", "public", "C0x3026020101 0406 7075626C6963 A019 0201 01 0201 00 0201 00 300E 300C 0608 2B06010201010100 0500")]
    [TestCase("snmp_community", "set", "C0x3026020101 0406 736563726574 A019 0201 01 0201 00 0201 00 300E 300C 0608 2B06010201010100 0500")]
    [TestCase("rpc_program", "100000", "C0x00000007 00000000 00000002 000186A0 00000002 00000003 0000000000000000 0000000000000000 000186A3 00000003 00000011 00000000")]
    public void A_datagram_tells(string name, string expected, params string[] messages)
    {
        var capture = new CaptureBuilder();
        foreach (var message in messages)
        {
            var bytes = Say.Either(message[1..]);
            capture.AddIp(message[0] == 'C' ? Ip("10.0.0.1", "192.0.2.1", 17, Udp(5000, 9999, bytes)) : Ip("192.0.2.1", "10.0.0.1", 17, Udp(9999, 5000, bytes)));
        }

        Assert.That(FlowFactsOf.First(capture)[name], Is.EqualTo(expected));
    }

    [TestCase("server_software", "Redis 7.0.15", "C*1\r\n$4\r\nINFO\r\n", "S$48\r\n# Server\r\nredis_version:7.0.15\r\nredis_git_sha1:0\r\n\r\n")]
    [TestCase("server_software", "Redis 7.2.1", "C*2\r\n$5\r\nHELLO\r\n$1\r\n3\r\n", "S%2\r\n$6\r\nserver\r\n$5\r\nredis\r\n$7\r\nversion\r\n$5\r\n7.2.1\r\n")]
    [TestCase("smb_dialect", "3.1.1", "C0x00000040" + Negotiate, "S0x0000004A FE534D4240000000000000000000010001000000000000000000000000000000FFFE000000000000000000000000000000000000000000000000000000000000 4100 0100 1103 0000 0000")]
    [TestCase("dcerpc_interface", "svcctl", "C0x05000B03100000004800000001000000B810B810000000000100000000000100 81BB7A364498F135AD3298F038001003 02000000 045D888AEB1CC9119FE808002B10486002000000")]
    public void A_stream_tells(string name, string expected, params string[] messages)
    {
        var capture = new CaptureBuilder();
        var talk = new Conversation(capture).Open();
        foreach (var message in messages)
        {
            var bytes = Say.Either(message[1..]);
            _ = message[0] == 'S' ? talk.FromServer(TcpFlags.Ack | TcpFlags.Psh, bytes) : talk.FromClient(TcpFlags.Ack | TcpFlags.Psh, bytes);
        }

        talk.Close();
        Assert.That(FlowFactsOf.First(capture)[name], Is.EqualTo(expected));
    }

    [Test]
    public void A_hello_of_DTLS_tells_as_that_of_TLS_does()
    {
        // RFC 6347 section 4.2.1: the cookie stands behind the session id.
        var hello = TlsBuilder.ClientHello(0xFEFD, [0xC02B], TlsBuilder.ServerName("a.example"));
        var body = new List<byte>(hello[4..]);
        body.InsertRange(2 + 32 + 1 + body[34], [0]);
        byte[] length = [0, (byte)(body.Count >> 8), (byte)body.Count];
        byte[] message = [1, .. length, 0, 0, 0, 0, 0, .. length, .. body];
        byte[] record = [22, 0xFE, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(message.Length >> 8), (byte)message.Length, .. message];
        var facts = FlowFactsOf.First(new CaptureBuilder().AddIp(Ip("10.0.0.1", "192.0.2.1", 17, Udp(5000, 9999, record))));
        Assert.That((facts.App, facts["sni"], facts["ja4"]?[..4]), Is.EqualTo(("dtls", "a.example", "dd2d")));
    }

    [Test]
    public void What_a_portmapper_tells_is_known_where_its_bytes_do_not_tell()
    {
        var call = Convert.FromHexString("00000007000000000000000200018" + "6A00000000200000003000000000000000000000000000000000001" + "86A50000000300000011" + "00000000");
        var reply = Convert.FromHexString("000000070000000100000000000000000000000000000000" + "00009C40");
        var capture = new CaptureBuilder()
            .AddIp(Ip("10.0.0.1", "192.0.2.1", 17, Udp(5000, 9111, call)))
            .AddIp(Ip("192.0.2.1", "10.0.0.1", 17, Udp(9111, 5000, reply)))
            .AddIp(Ip("10.0.0.1", "192.0.2.1", 17, Udp(5001, 40000, Encoding.ASCII.GetBytes("opaque"))));
        Assert.That(capture.Flows().Select(flow => flow.App), Is.EqualTo(new[] { "sunrpc", "sunrpc" }));
    }
}
